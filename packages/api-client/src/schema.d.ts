// Generated from the gateway's OpenAPI document by `npm run generate`. Do not edit.

export interface paths {
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Agent"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an agent out of the workspace
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change an agent's name or role
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "viewer" | "agent" | "supervisor" | "admin" | "owner";
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/agents/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let an agent sign in without a code until they set one up anew
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ApiKey"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key: it is shown this once
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        addresses?: (string)[];
                        /**
                         * Format: date-time
                         * @default null
                         */
                        expiresAt?: string | null;
                        name: string;
                        scopes: ("read" | "write" | "send" | "merge" | "admin")[];
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKey"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file to be sent
         * @description One part named `file`, up to 100 MB. Needs the role agent or an API key with the scope `send`. Unsent files are kept for a day.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a file
         * @description The file itself; ranges are served. Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch a customer's file again
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many conversations at once: named ones, or all that a list holds
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            addLabels?: string[];
                            assigneeId?: string | null;
                            /** @enum {string} */
                            priority?: "low" | "normal" | "high" | "urgent";
                            queueId?: string | null;
                            removeLabels?: string[];
                            /** Format: date-time */
                            snoozedUntil?: string | null;
                            /** @enum {string} */
                            status?: "open" | "snoozed" | "done";
                        };
                        conversations: {
                            ids: string[];
                        } | {
                            matching: {
                                /** @enum {string} */
                                channel?: "whatsapp" | "messenger" | "instagram" | "webchat";
                                filter?: {
                                    /** @enum {string} */
                                    field: "status";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("open" | "snoozed" | "done")[];
                                } | {
                                    /** @enum {string} */
                                    field: "waitingOn";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("us" | "customer")[];
                                } | {
                                    /** @enum {string} */
                                    field: "assignee";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("me" | "nobody" | string)[];
                                } | {
                                    /** @enum {string} */
                                    field: "queue";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("none" | string)[];
                                } | {
                                    /** @enum {string} */
                                    field: "channel";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                                } | {
                                    /** @enum {string} */
                                    field: "label";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("none" | string)[];
                                } | {
                                    /** @enum {string} */
                                    field: "priority";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("low" | "normal" | "high" | "urgent")[];
                                } | {
                                    /** @enum {string} */
                                    field: "mention";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("new" | "seen")[];
                                } | {
                                    /** @enum {string} */
                                    field: "follower";
                                    /** @enum {string} */
                                    op: "in" | "not_in";
                                    values: ("me" | string)[];
                                } | {
                                    /** @enum {string} */
                                    field: "unread" | "failed";
                                    /** @enum {string} */
                                    op: "is";
                                    value: boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "customer";
                                    /** @enum {string} */
                                    op: "contains" | "not_contains";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "createdAt" | "lastActivityAt" | "waitingSince";
                                    hours: number;
                                    /** @enum {string} */
                                    op: "within" | "over";
                                } | {
                                    all: components["schemas"]["ConversationCondition"][];
                                } | {
                                    any: components["schemas"]["ConversationCondition"][];
                                } | {
                                    none: components["schemas"]["ConversationCondition"][];
                                };
                                q?: string;
                                queueId?: string;
                                /** @enum {string} */
                                view?: "mine" | "unassigned" | "all" | "snoozed" | "done" | "drafts" | "mentions" | "watching";
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkChange"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a change of many conversations is, and what it skipped
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkChange"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-changes/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a change of many conversations back
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkChange"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List business hours, with whether they are open now and who uses them
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["BusinessHours"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make business hours
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @default null
                         */
                        closedUntil?: string | null;
                        /** @default [] */
                        exceptions?: {
                            /** Format: date */
                            date: string;
                            intervals: {
                                from: string;
                                to: string;
                            }[];
                            name: string;
                            /** @default false */
                            yearly?: boolean;
                        }[];
                        /** @default false */
                        isDefault?: boolean;
                        name: string;
                        timeZone: string;
                        week: {
                            from: string;
                            to: string;
                        }[][];
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusinessHours"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete business hours that nobody uses
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change business hours, or close until a time
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        closedUntil?: string | null;
                        exceptions?: {
                            /** Format: date */
                            date: string;
                            intervals: {
                                from: string;
                                to: string;
                            }[];
                            name: string;
                            /** @default false */
                            yearly?: boolean;
                        }[];
                        isDefault?: boolean;
                        name?: string;
                        timeZone?: string;
                        week?: {
                            from: string;
                            to: string;
                        }[][];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusinessHours"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List canned replies: everybody's and one's own
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CannedReply"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a canned reply
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        attachmentIds?: string[];
                        body: string;
                        /** @default [] */
                        channels?: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                        /** @default  */
                        folder?: string;
                        /** @default false */
                        own?: boolean;
                        shortcut: string;
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReply"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a canned reply
         * @description Needs the role agent or an API key with the scope `send`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a canned reply
         * @description Needs the role agent or an API key with the scope `send`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        attachmentIds?: string[];
                        body?: string;
                        channels?: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                        folder?: string;
                        shortcut?: string;
                        title?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CannedReply"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/canned-replies/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a reply with it: counts the use, and answers copies of its files
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attachments: components["schemas"]["Attachment"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make many canned replies at once
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        existing: "keep" | "replace";
                        /** @default false */
                        own?: boolean;
                        rows: {
                            body: string;
                            channels?: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                            /** @default  */
                            folder?: string;
                            shortcut: string;
                            title: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            created: number;
                            kept: number;
                            replaced: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List channel accounts
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ChannelAccount"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Connect a channel account
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "whatsapp" | "messenger" | "instagram" | "webchat";
                        credentials?: {
                            accessToken: string;
                            appId?: string;
                            appSecret?: string;
                            verifyToken?: string;
                        };
                        externalId?: string;
                        name: string;
                        settings?: {
                            /** @enum {string} */
                            coexistence?: "true" | "false";
                            displayPhoneNumber?: string;
                            /** @enum {string} */
                            flavour?: "instagram_login" | "page";
                            pageId?: string;
                            portfolioId?: string;
                            username?: string;
                            wabaId?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelAccount"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a channel account
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelAccount"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Disconnect a channel account
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a channel account
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        credentials?: {
                            accessToken?: string;
                            appId?: string;
                            appSecret?: string;
                            verifyToken?: string;
                        };
                        name?: string;
                        settings?: {
                            /** @enum {string} */
                            coexistence?: "true" | "false";
                            displayPhoneNumber?: string;
                            /** @enum {string} */
                            flavour?: "instagram_login" | "page";
                            pageId?: string;
                            portfolioId?: string;
                            username?: string;
                            wabaId?: string;
                        };
                        /** @enum {string} */
                        state?: "active" | "disabled";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelAccount"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a channel account is doing
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelHealth"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the platform said about a channel account
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ChannelLogEntry"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the connecting of a channel account has got
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConnectionProgress"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the templates from the platform
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/widget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a widget's key and settings
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Widget"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Change a widget's settings, all of them at once
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WidgetSettings"];
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Widget"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/widget/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What visitors would be shown with settings that are not saved. Changes nothing
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        language: string;
                        settings: components["schemas"]["WidgetSettings"];
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitorConfig"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/widget/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * On which sites a widget has been seen running, the latest first; at most 80. Told to the minute
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WidgetSighting"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/widget/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a key that signs who visitors are. From the first on, what is not signed is refused
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        algorithm: "HS256";
                    } | {
                        /** @enum {string} */
                        algorithm: "ES256" | "RS256";
                        publicKey: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewSigningKey"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/{id}/widget/signing-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a signing key: what it signed is refused from now on
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    keyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-accounts/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What to enter in the platform app's webhook settings
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelConnection"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversation-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the conversations of a list, to 999
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: {
                    channel?: "whatsapp" | "messenger" | "instagram" | "webchat";
                    filter?: string;
                    q?: string;
                    queueId?: string;
                    view?: "mine" | "unassigned" | "all" | "snoozed" | "done" | "drafts" | "mentions" | "watching";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            more: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: {
                    assigneeId?: string;
                    channel?: "whatsapp" | "messenger" | "instagram" | "webchat";
                    cursor?: string;
                    filter?: string;
                    label?: string;
                    limit?: number;
                    q?: string;
                    queueId?: string;
                    sort?: "waiting" | "newest" | "oldest" | "priority" | "sla";
                    status?: "open" | "snoozed" | "done";
                    view?: "mine" | "unassigned" | "all" | "snoozed" | "done" | "drafts" | "mentions" | "watching";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Conversation"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write first: to a customer, or to an address on WhatsApp
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelAccountId: string;
                        content: components["schemas"]["OutboundContent"];
                        customerId?: string;
                        identity?: {
                            /** @enum {string} */
                            kind: "wa_phone" | "wa_bsuid";
                            value: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Started"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a conversation
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a conversation's status, assignment, priority or labels
         * @description Needs the role agent or an API key with the scope `write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        assigneeId?: string | null;
                        labels?: string[];
                        lastSeenItemId?: string;
                        /** @enum {string} */
                        priority?: "low" | "normal" | "high" | "urgent";
                        queueId?: string | null;
                        /** Format: date-time */
                        snoozedUntil?: string | null;
                        /** @enum {string} */
                        status?: "open" | "snoozed" | "done";
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/conversations/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a conversation's cases, the latest first
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Case"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own drafts in a conversation
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Draft"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/drafts/{mode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own draft of a reply or a note
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    mode: "reply" | "note";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Draft"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Keep a draft in the place of the version it was made from
         * @description Needs the role agent or an API key with the scope `write`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    mode: "reply" | "note";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        attachmentIds?: string[];
                        /** @default null */
                        replyToId?: string | null;
                        text: string;
                        version: number | null;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Draft"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Throw a draft away
         * @description Needs the role agent or an API key with the scope `write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    mode: "reply" | "note";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a conversation's files, the latest first
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ConversationFile"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/followers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a conversation: one is told what happens there
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Follow a conversation no longer
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/mentions/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark one's own mentions seen up to an item
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        upToId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelAccountId?: string;
                        content: components["schemas"]["OutboundContent"];
                        id?: string;
                        identityId?: string;
                        lastSeenMessageId?: string;
                        replyToId?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note for the team
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mentions?: string[];
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is at a conversation
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Present"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Say that one looks at a conversation or writes in it: when that changes, and every 10 seconds
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        device: string;
                        /** @enum {string} */
                        mode: "viewing" | "note" | "typing" | "gone";
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a conversation read up to an item
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        tellCustomer?: boolean;
                        upToId: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/routing-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a conversation's cases went where they went, the latest first
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RoutingDecision"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/scheduled-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is scheduled in a conversation, the next first
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ScheduledMessage"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Send a message later
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelAccountId?: string;
                        content: components["schemas"]["OutboundContent"];
                        id?: string;
                        identityId?: string;
                        replyToId?: string;
                        /** Format: date-time */
                        scheduledFor: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduledMessage"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/sendability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether, how and until when one may write, door by door
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Door"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation's timeline
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    around?: string;
                    at?: string;
                    before?: string;
                    case?: "latest" | string;
                    channels?: string;
                    kinds?: string;
                    limit?: number;
                    pinned?: "true";
                    unread?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TimelineItem"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell colleagues, and the customer when asked for, that a reply is being written
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: {
                    tellCustomer?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    identity?: string;
                    limit?: number;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Customer"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a customer
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Needs the role agent or an API key with the scope `write`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        attributes?: {
                            [key: string]: string | number | boolean | null;
                        };
                        name?: string | null;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/customers/{id}/hand-over-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that carries the customer to another channel
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelAccountId: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandOverLink"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note an address somebody told (a claim)
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "email" | "phone" | "external_id";
                        value: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge another customer into this one
         * @description Needs the role agent or an API key with the scope `merge`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        name?: "own" | "other";
                        other: string;
                        otherAttributes?: string[];
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merge"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's merges
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Merge"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer's picture
         * @description As the platform showed it last. Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/*": string;
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/getting-started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which of the first steps a workspace has taken
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GettingStarted"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a colleague: answers a one-time link
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        /**
                         * @default agent
                         * @enum {string}
                         */
                        role?: "viewer" | "agent" | "supervisor" | "admin" | "owner";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an item of a timeline: a message, a note or an event
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pin a message or a note to the top of its conversation
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Unpin an item
         * @description Needs the role agent or an API key with the scope `write`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List labels
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Label"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a label
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default #525761 */
                        color?: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Label"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a label
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default #525761 */
                        color?: string;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Label"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/macro-runs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what a macro did, within an hour
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List macros: everybody's and one's own
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Macro"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a macro
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        actions: components["schemas"]["MacroAction"][];
                        name: string;
                        /** @default false */
                        own?: boolean;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Macro"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a macro
         * @description Needs the role agent or an API key with the scope `send`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a macro
         * @description Needs the role agent or an API key with the scope `send`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        actions?: components["schemas"]["MacroAction"][];
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Macro"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/macros/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a macro on a conversation: everything it does, or nothing
         * @description Needs the role agent or an API key with the scope `write`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        conversationId: string;
                        lastSeenItemId?: string;
                        skip?: number[];
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MacroRun"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is asking
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in these conversations a moment ago that concerns the asking agent
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query: {
                    conversations: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Notice"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's password: all other sessions end
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the secret for an authenticator app; nothing is asked for before it is confirmed
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactorBegun"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the app by a code of it: answers the recovery codes, and all other sessions end
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes in place of those before
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in without a code from now on
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one signs in, and where one is signed in
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSecurity"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End all of one's own sessions but this one
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the asking agent has chosen for themselves
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgentSettings"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's own settings: those that are named
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        afterDone?: "next" | "previous" | "list" | "stay";
                        /** @enum {string} */
                        density?: "comfortable" | "compact";
                        enterSends?: boolean;
                        fontSize?: 90 | 100 | 115 | 130;
                        /** @enum {string} */
                        keyPreset?: "default" | "intercom" | "gmail";
                        keys?: {
                            [key: string]: string | null;
                        };
                        listColumns?: ("message" | "channels" | "assignee" | "queue" | "labels" | "priority" | "waiting" | "status" | "created" | "activity")[];
                        listColumnWidths?: {
                            activity?: number;
                            assignee?: number;
                            channels?: number;
                            created?: number;
                            customer?: number;
                            labels?: number;
                            message?: number;
                            priority?: number;
                            queue?: number;
                            status?: number;
                            waiting?: number;
                        };
                        /** @enum {string} */
                        listLayout?: "list" | "table";
                        /** @enum {string} */
                        notificationPreview?: "message" | "name" | "none";
                        /** @enum {string} */
                        notificationSound?: "chime" | "drop" | "knock";
                        notificationVolume?: number;
                        notifyAssigned?: ("toast" | "desktop" | "sound")[];
                        notifyFollowed?: ("toast" | "desktop" | "sound")[];
                        notifyMention?: ("toast" | "desktop" | "sound" | "count")[];
                        notifyOwnMessage?: ("toast" | "desktop" | "sound" | "count")[];
                        notifyReminder?: ("toast" | "desktop" | "sound")[];
                        notifySendFailed?: ("toast" | "desktop" | "sound" | "count")[];
                        notifyUnassignedMessage?: ("toast" | "desktop" | "sound" | "count")[];
                        /** Format: date-time */
                        quietUntil?: string | null;
                        showGettingStarted?: boolean;
                        showPresence?: boolean;
                        signatures?: {
                            instagram?: {
                                on: boolean;
                                text: string;
                            };
                            messenger?: {
                                on: boolean;
                                text: string;
                            };
                            webchat?: {
                                on: boolean;
                                text: string;
                            };
                            whatsapp?: {
                                on: boolean;
                                text: string;
                            };
                        };
                        singleKeys?: boolean;
                        /** @enum {string} */
                        skinTone?: "none" | "light" | "medium-light" | "medium" | "medium-dark" | "dark";
                        toldApiKeys?: string[];
                        undoSeconds?: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AgentSettings"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/merge-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pairs of customers that may be one
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MergeSuggestion"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge
         * @description Needs the role supervisor or an API key with the scope `merge`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merge"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find messages by the platform's id
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query: {
                    externalId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TimelineItem"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a message with its delivery attempts and status history
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageDetail"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * React to a customer's message, or take the reaction back
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        emoji: string | null;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed or uncertain message again
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practice-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a customer who is not real write; only where the simulator plays the platform
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every conversation where somebody is
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Presence"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List queues, with the number of open conversations in each
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Queue"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a queue
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        businessHoursId?: string | null;
                        /** @default false */
                        isDefault?: boolean;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Queue"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a queue: its conversations stay, in no queue
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a queue
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        businessHoursId?: string | null;
                        isDefault?: boolean;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Queue"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/routing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List routing rules in their order, with what keeps each from working
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RoutingRule"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a routing rule; it stands last
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        action: {
                            assigneeId: string | null;
                            labels: string[];
                            /** @enum {string|null} */
                            priority: "low" | "normal" | "high" | "urgent" | null;
                            queueId: string | null;
                        };
                        condition: {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                        } | {
                            /** @enum {string} */
                            field: "account";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "label";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "referral";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "referralText" | "text";
                            /** @enum {string} */
                            op: "contains" | "not_contains";
                            value: string;
                        } | {
                            /** @enum {string} */
                            field: "hours";
                            /** @enum {string} */
                            op: "open" | "closed";
                            values: string[];
                        } | {
                            all: components["schemas"]["RoutingCondition"][];
                        } | {
                            any: components["schemas"]["RoutingCondition"][];
                        } | {
                            none: components["schemas"]["RoutingCondition"][];
                        };
                        /** @default true */
                        enabled?: boolean;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoutingRule"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a routing rule
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change, move, switch on or off a routing rule
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        action?: {
                            assigneeId: string | null;
                            labels: string[];
                            /** @enum {string|null} */
                            priority: "low" | "normal" | "high" | "urgent" | null;
                            queueId: string | null;
                        };
                        condition?: {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                        } | {
                            /** @enum {string} */
                            field: "account";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "label";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "referral";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "referralText" | "text";
                            /** @enum {string} */
                            op: "contains" | "not_contains";
                            value: string;
                        } | {
                            /** @enum {string} */
                            field: "hours";
                            /** @enum {string} */
                            op: "open" | "closed";
                            values: string[];
                        } | {
                            all: components["schemas"]["RoutingCondition"][];
                        } | {
                            any: components["schemas"]["RoutingCondition"][];
                        } | {
                            none: components["schemas"]["RoutingCondition"][];
                        };
                        enabled?: boolean;
                        name?: string;
                        position?: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoutingRule"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/routing-rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the rules, and one that is not saved yet, would do with one conversation or the 50 last active ones; changes nothing
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        conversationId?: string;
                        rule?: {
                            action: {
                                assigneeId: string | null;
                                labels: string[];
                                /** @enum {string|null} */
                                priority: "low" | "normal" | "high" | "urgent" | null;
                                queueId: string | null;
                            };
                            condition: {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "in" | "not_in";
                                values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                            } | {
                                /** @enum {string} */
                                field: "account";
                                /** @enum {string} */
                                op: "in" | "not_in";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "in" | "not_in";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "label";
                                /** @enum {string} */
                                op: "in" | "not_in";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "referral";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "referralText" | "text";
                                /** @enum {string} */
                                op: "contains" | "not_contains";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "hours";
                                /** @enum {string} */
                                op: "open" | "closed";
                                values: string[];
                            } | {
                                all: components["schemas"]["RoutingCondition"][];
                            } | {
                                any: components["schemas"]["RoutingCondition"][];
                            } | {
                                none: components["schemas"]["RoutingCondition"][];
                            };
                            /** @default true */
                            enabled?: boolean;
                            id?: string;
                            name: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoutingDryRun"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everybody's saved views and one's own
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SavedView"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Save a view: one's own, or everybody's (needs the role supervisor)
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        filter: {
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("open" | "snoozed" | "done")[];
                        } | {
                            /** @enum {string} */
                            field: "waitingOn";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("us" | "customer")[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("me" | "nobody" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "queue";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("none" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                        } | {
                            /** @enum {string} */
                            field: "label";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("none" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("low" | "normal" | "high" | "urgent")[];
                        } | {
                            /** @enum {string} */
                            field: "mention";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("new" | "seen")[];
                        } | {
                            /** @enum {string} */
                            field: "follower";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("me" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "unread" | "failed";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "customer";
                            /** @enum {string} */
                            op: "contains" | "not_contains";
                            value: string;
                        } | {
                            /** @enum {string} */
                            field: "createdAt" | "lastActivityAt" | "waitingSince";
                            hours: number;
                            /** @enum {string} */
                            op: "within" | "over";
                        } | {
                            all: components["schemas"]["ConversationCondition"][];
                        } | {
                            any: components["schemas"]["ConversationCondition"][];
                        } | {
                            none: components["schemas"]["ConversationCondition"][];
                        };
                        name: string;
                        /** @default true */
                        own?: boolean;
                        /**
                         * @default newest
                         * @enum {string}
                         */
                        sort?: "waiting" | "newest" | "oldest" | "priority" | "sla";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a saved view
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change, move or share a saved view
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        filter?: {
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("open" | "snoozed" | "done")[];
                        } | {
                            /** @enum {string} */
                            field: "waitingOn";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("us" | "customer")[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("me" | "nobody" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "queue";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("none" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
                        } | {
                            /** @enum {string} */
                            field: "label";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("none" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("low" | "normal" | "high" | "urgent")[];
                        } | {
                            /** @enum {string} */
                            field: "mention";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("new" | "seen")[];
                        } | {
                            /** @enum {string} */
                            field: "follower";
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: ("me" | string)[];
                        } | {
                            /** @enum {string} */
                            field: "unread" | "failed";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "customer";
                            /** @enum {string} */
                            op: "contains" | "not_contains";
                            value: string;
                        } | {
                            /** @enum {string} */
                            field: "createdAt" | "lastActivityAt" | "waitingSince";
                            hours: number;
                            /** @enum {string} */
                            op: "within" | "over";
                        } | {
                            all: components["schemas"]["ConversationCondition"][];
                        } | {
                            any: components["schemas"]["ConversationCondition"][];
                        } | {
                            none: components["schemas"]["ConversationCondition"][];
                        };
                        name?: string;
                        own?: boolean;
                        position?: number;
                        /** @enum {string} */
                        sort?: "waiting" | "newest" | "oldest" | "priority" | "sla";
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/scheduled-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Do not send it
         * @description Needs the role agent or an API key with the scope `send`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Send it at another time
         * @description Needs the role agent or an API key with the scope `send`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        scheduledFor: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduledMessage"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/scheduled-messages/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it now
         * @description Needs the role agent or an API key with the scope `send`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineItem"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find customers, conversations, messages and notes
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    kinds?: string;
                    limit?: number;
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchAnswer"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How late messages are, what is in quarantine, which channels have gone quiet
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceStatus"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates that can be sent from a channel account
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query: {
                    channelAccountId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MessageTemplate"][];
                            /** Format: date-time */
                            syncedAt: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations each view of the inbox holds
         * @description Needs the role viewer or an API key with the scope `read`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ViewCount"][];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks that came in
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: {
                    channelAccountId?: string;
                    cursor?: string;
                    itemId?: string;
                    limit?: number;
                    state?: "pending" | "processed" | "quarantined" | "ignored";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookEvent"][];
                            page: components["schemas"]["Page"];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook with its items
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEvent"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process a webhook again
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEvent"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process all webhooks of a state again
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelAccountId?: string;
                        /** @enum {string} */
                        state: "quarantined" | "ignored";
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookReplay"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a replay is, and what has become of its webhooks
         * @description Needs the role admin or an API key with the scope `admin`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookReplay"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file that a message is to take
         * @description One part named `file`. With the visitor's access token, on the widget's sites. Kept for a day when no message takes it.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number | null;
                            file: string;
                            kind: string;
                            mime: string | null;
                            name: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the chat looks and what it offers, in a language
         * @description For anybody, on the widget's sites.
         */
        get: {
            parameters: {
                query: {
                    key: string;
                    language?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitorConfig"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link that carries the thread to another channel
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channelAccountId: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            url: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The visitor has what they came for: the conversation is done, unless what they wrote last waits for an answer. Whoever writes anew begins again in the same thread
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page was opened or something happened on the site. Kept only of visitors who have written
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "page";
                        title?: string;
                        /** Format: uri */
                        url: string;
                    } | {
                        id: string;
                        /** @enum {string} */
                        kind: "track";
                        name: string;
                        /** @default {} */
                        properties?: {
                            [key: string]: string | number | boolean | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kept: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what a form before the chat asked, or what the page says of its visitor
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fields: {
                            [key: string]: string | boolean;
                        };
                        id: string;
                        /** @enum {string} */
                        name: "prechat" | "traits";
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the thread. What is fetched counts as delivered
         * @description With the visitor's access token, on the widget's sites.
         */
        get: {
            parameters: {
                query: {
                    after?: string;
                    before?: string;
                    key: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["VisitorMessage"][];
                            ended: boolean;
                            page: {
                                next: string | null;
                                prev: string | null;
                            };
                            surveyDue: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Send a message, or choose what one offers. The same id again is nothing new
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        files?: string[];
                        id: string;
                        replyToId?: string;
                        text?: string;
                    } | {
                        choice: {
                            messageId: string;
                            payload: string;
                        };
                        id: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The visitor has read up to a message
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        upToId: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a session. Nothing is stored before the visitor writes
         * @description For anybody, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Success */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitorSession"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * End the session: its tokens are no good any more
         * @description With the visitor's access token, on the widget's sites.
         */
        delete: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/session/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the next tokens for a renewal token, which is good once
         * @description For anybody, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        renewalToken: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitorSession"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/session/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who the visitor is, by a token that the business' server has signed
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Success */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitorSession"];
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer how it was
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        comment?: string;
                        id: string;
                        score: number;
                    };
                };
            };
            responses: {
                /** @description Success */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The thread as a text
         * @description With the visitor's access token, on the widget's sites. `you`: how the visitor is called in it.
         */
        get: {
            parameters: {
                query: {
                    key: string;
                    you?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/widget/v1/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The visitor writes. Told to the desk, never stored
         * @description With the visitor's access token, on the widget's sites.
         */
        post: {
            parameters: {
                query: {
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Agent: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            email: string;
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "agent" | "supervisor" | "admin" | "owner";
            secondFactor: boolean | null;
        };
        AgentSettings: {
            /** @enum {string} */
            afterDone: "next" | "previous" | "list" | "stay";
            /** @enum {string} */
            density: "comfortable" | "compact";
            enterSends: boolean;
            fontSize: 90 | 100 | 115 | 130;
            /** @enum {string} */
            keyPreset: "default" | "intercom" | "gmail";
            keys: {
                [key: string]: string | null;
            };
            listColumns: ("message" | "channels" | "assignee" | "queue" | "labels" | "priority" | "waiting" | "status" | "created" | "activity")[];
            listColumnWidths: {
                activity?: number;
                assignee?: number;
                channels?: number;
                created?: number;
                customer?: number;
                labels?: number;
                message?: number;
                priority?: number;
                queue?: number;
                status?: number;
                waiting?: number;
            };
            /** @enum {string} */
            listLayout: "list" | "table";
            /** @enum {string} */
            notificationPreview: "message" | "name" | "none";
            /** @enum {string} */
            notificationSound: "chime" | "drop" | "knock";
            notificationVolume: number;
            notifyAssigned: ("toast" | "desktop" | "sound")[];
            notifyFollowed: ("toast" | "desktop" | "sound")[];
            notifyMention: ("toast" | "desktop" | "sound" | "count")[];
            notifyOwnMessage: ("toast" | "desktop" | "sound" | "count")[];
            notifyReminder: ("toast" | "desktop" | "sound")[];
            notifySendFailed: ("toast" | "desktop" | "sound" | "count")[];
            notifyUnassignedMessage: ("toast" | "desktop" | "sound" | "count")[];
            /** Format: date-time */
            quietUntil: string | null;
            showGettingStarted: boolean;
            showPresence: boolean;
            signatures: {
                instagram?: {
                    on: boolean;
                    text: string;
                };
                messenger?: {
                    on: boolean;
                    text: string;
                };
                webchat?: {
                    on: boolean;
                    text: string;
                };
                whatsapp?: {
                    on: boolean;
                    text: string;
                };
            };
            singleKeys: boolean;
            /** @enum {string} */
            skinTone: "none" | "light" | "medium-light" | "medium" | "medium-dark" | "dark";
            toldApiKeys: string[];
            undoSeconds: number;
        };
        ApiKey: {
            addresses: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            prefix: string;
            scopes: ("read" | "write" | "send" | "merge" | "admin")[];
        };
        Attachment: {
            animated: boolean;
            bytes: number | null;
            error: string | null;
            id: string;
            /** @enum {string} */
            kind: "image" | "video" | "audio" | "file" | "reel" | "ig_reel" | "post" | "ig_post" | "ig_story" | "story" | "share" | "like_heart" | "fallback" | "template" | "unsupported_type";
            link: string | null;
            mime: string | null;
            name: string | null;
            platformId: string | null;
            /** @enum {string} */
            state: "pending" | "ready" | "failed" | "expired" | "none";
            sticker: boolean;
            title: string | null;
            url: string | null;
            voice: boolean;
        };
        Author: {
            id: string | null;
            name: string | null;
            /** @enum {string} */
            type: "customer" | "agent" | "bot" | "system" | "business";
        };
        BulkChange: {
            by: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            outcomes: {
                changed: number;
                skipped: number;
                unchanged: number;
                undone: number;
                waiting: number;
            };
            skipped: {
                conversationId: string;
                customerName: string | null;
                /** @enum {string} */
                reason: "not_found" | "moved" | "forbidden" | "changed_since" | "invalid_request" | "internal_error";
            }[];
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "running" | "done" | "undoing" | "undone";
            total: number;
        };
        BusinessHours: {
            /** Format: date-time */
            closedUntil: string | null;
            /** Format: date-time */
            closesAt: string | null;
            exceptions: {
                /** Format: date */
                date: string;
                intervals: {
                    from: string;
                    to: string;
                }[];
                name: string;
                /** @default false */
                yearly: boolean;
            }[];
            id: string;
            isDefault: boolean;
            name: string;
            open: boolean;
            /** Format: date-time */
            opensAt: string | null;
            timeZone: string;
            /** Format: date-time */
            updatedAt: string;
            usedBy: {
                id: string;
                /** @enum {string} */
                kind: "queue" | "routing_rule";
                name: string;
            }[];
            week: {
                from: string;
                to: string;
            }[][];
        };
        Button: {
            /** @enum {string} */
            kind: "reply" | "url" | "phone" | "postback" | "copy_code" | "flow" | "other";
            payload: string | null;
            title: string;
            url: string | null;
        };
        CannedReply: {
            attachments: components["schemas"]["Attachment"][];
            body: string;
            channels: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
            folder: string;
            id: string;
            own: boolean;
            shortcut: string;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            usedAt: string | null;
            uses: number;
        };
        Card: {
            buttons: components["schemas"]["Button"][];
            footer: string | null;
            imageUrl: string | null;
            text: string | null;
            title: string | null;
            url: string | null;
        };
        Case: {
            assignee: {
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            closedAt: string | null;
            /** @enum {string|null} */
            closeReason: "done" | "merged" | null;
            id: string;
            labels: string[];
            /** Format: date-time */
            openedAt: string;
        };
        ChannelAccount: {
            /** @enum {string} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat";
            /** Format: date-time */
            createdAt: string;
            externalId: string;
            hasAccessToken: boolean;
            id: string;
            name: string;
            settings: {
                /** @enum {string} */
                coexistence?: "true" | "false";
                displayPhoneNumber?: string;
                /** @enum {string} */
                flavour?: "instagram_login" | "page";
                pageId?: string;
                portfolioId?: string;
                username?: string;
                wabaId?: string;
            };
            simulated: boolean;
            /** @enum {string} */
            state: "connecting" | "active" | "degraded" | "disabled";
            webhookPath: string;
        };
        ChannelConnection: {
            callbackUrl: string;
            fields: {
                /** @enum {string} */
                channel: "whatsapp" | "messenger" | "instagram" | "webchat";
                fields: string[];
            }[];
            verifyTokens: string[];
        };
        ChannelHealth: {
            blocked: {
                /** Format: date-time */
                at: string;
                reason: string;
                /** Format: date-time */
                until: string | null;
            } | null;
            checks: {
                detail: string;
                name: string;
                /** @enum {string} */
                state: "ok" | "warn" | "fail" | "unknown";
            }[];
            facts: {
                [key: string]: {
                    /** Format: date-time */
                    at: string;
                    value: string | null;
                };
            };
            lastError: {
                /** Format: date-time */
                at: string;
                code: string;
                message: string;
            } | null;
            /** Format: date-time */
            lastHandshakeAt: string | null;
            /** Format: date-time */
            lastInboundAt: string | null;
            /** Format: date-time */
            lastOutboundAt: string | null;
            quiet: components["schemas"]["ChannelQuiet"] | null;
            /** @enum {string} */
            state: "connecting" | "active" | "degraded" | "disabled";
            /** @enum {string} */
            webhookVia: "installation" | "own_app";
        };
        ChannelLogEntry: {
            code: string;
            data: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            level: "info" | "warning" | "problem";
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            receivedAt: string;
            webhookEventId: string | null;
        };
        ChannelQuiet: {
            hours: number;
            /** Format: date-time */
            since: string;
            usual: number;
        };
        Comment: {
            adId: string | null;
            live: boolean;
            parentId: string | null;
            place: string | null;
            postId: string | null;
        };
        ConnectionProgress: {
            /** Format: date-time */
            firstWebhookAt: string | null;
            /** Format: date-time */
            handshakeAt: string | null;
            /** Format: date-time */
            lastOutboundAt: string | null;
            message: {
                /** Format: date-time */
                at: string;
                conversationId: string;
            } | null;
            refusedHandshake: {
                /** Format: date-time */
                at: string;
                length: number;
                /** @enum {string} */
                reason: "no_handshake" | "no_token" | "not_set" | "spaces" | "case" | "wrong";
                start: string;
            } | null;
            refusedWebhook: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                reason: "missing" | "malformed" | "not_set" | "another_app" | "wrong";
            } | null;
            /** @enum {string} */
            state: "connecting" | "active" | "degraded" | "disabled";
            token: {
                detail: string;
                /** @enum {string} */
                state: "ok" | "warn" | "fail" | "unknown";
            } | null;
            /** @enum {string} */
            webhookVia: "installation" | "own_app";
        };
        ContactCard: {
            addresses: string[];
            birthday: string | null;
            emails: {
                address: string;
                type: string | null;
            }[];
            name: string | null;
            organisation: string | null;
            phones: {
                number: string;
                type: string | null;
                whatsapp: string | null;
            }[];
            urls: string[];
        };
        Content: {
            appointment?: {
                endsAt: string | null;
                id: string | null;
                startsAt: string | null;
                status: string | null;
                timeZone: string | null;
            };
            cards?: components["schemas"]["Card"][];
            commands?: string[];
            comment?: components["schemas"]["Comment"];
            contacts?: components["schemas"]["ContactCard"][];
            data?: {
                [key: string]: unknown;
            };
            description?: string;
            error?: {
                code: string;
                message: string | null;
            };
            /** @enum {string} */
            event?: "status_changed" | "assigned" | "labels_changed" | "priority_changed" | "queue_changed" | "routed" | "customers_merged" | "merge_undone" | "referral" | "link_already_used" | "link_followed" | "phone_shared" | "call" | "payment" | "consent" | "thread_control" | "account_linked" | "feedback" | "guest_opted_in" | "page_viewed" | "site_event" | "visitor_identified";
            form?: {
                fields: {
                    [key: string]: unknown;
                } | null;
                name: string | null;
            };
            /** @enum {string} */
            forwarded?: "once" | "often";
            group?: string;
            /** @enum {string} */
            kind: "text" | "image" | "video" | "audio" | "voice" | "file" | "sticker" | "location" | "contacts" | "button_reply" | "list_reply" | "flow_reply" | "system_reply" | "postback" | "order" | "share" | "story_reply" | "story_mention" | "comment" | "appointment" | "template" | "interactive" | "system" | "media_placeholder" | "unsupported" | "note" | "event";
            location?: components["schemas"]["Location"];
            mentions?: {
                id: string;
                name: string;
            }[];
            notice?: string;
            order?: components["schemas"]["Order"];
            payload?: string;
            payment?: {
                lastDigits: string | null;
                method: string | null;
                reference: string | null;
            };
            permission?: {
                granted: boolean;
                kind: string;
                until: string | null;
            };
            platformType?: string;
            product?: {
                catalogId: string | null;
                id: string | null;
                title: string | null;
            };
            sentFrom?: string;
            share?: {
                id: string | null;
                title: string | null;
                type: string;
                url: string | null;
            };
            story?: {
                id: string | null;
                url: string | null;
            };
            template?: {
                language: string | null;
                name: string | null;
                type: string | null;
            };
            text: string | null;
        };
        Conversation: {
            assignee: {
                id: string;
                name: string;
            } | null;
            caseId: string | null;
            channels: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
            /** Format: date-time */
            createdAt: string;
            customer: {
                avatarUrl: string | null;
                id: string;
                name: string | null;
            };
            draft: {
                /** @enum {string} */
                mode: "reply" | "note";
                preview: string;
                /** Format: date-time */
                updatedAt: string;
            } | null;
            followers: {
                id: string;
                name: string;
            }[];
            id: string;
            labels: string[];
            /** Format: date-time */
            lastActivityAt: string;
            lastMessage: {
                author: components["schemas"]["Author"];
                /** @enum {string|null} */
                channel: "whatsapp" | "messenger" | "instagram" | "webchat" | null;
                deliveryStatus: string | null;
                /** @enum {string|null} */
                direction: "inbound" | "outbound" | null;
                id: string;
                /** @enum {string} */
                kind: "text" | "image" | "video" | "audio" | "voice" | "file" | "sticker" | "location" | "contacts" | "button_reply" | "list_reply" | "flow_reply" | "system_reply" | "postback" | "order" | "share" | "story_reply" | "story_mention" | "comment" | "appointment" | "template" | "interactive" | "system" | "media_placeholder" | "unsupported" | "note" | "event";
                /** Format: date-time */
                occurredAt: string;
                preview: string | null;
            } | null;
            /** @enum {string|null} */
            mention: "new" | "seen" | null;
            /** Format: date-time */
            nextSlaBreachAt: string | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            queueId: string | null;
            /** Format: date-time */
            snoozedUntil: string | null;
            /** @enum {string} */
            status: "open" | "snoozed" | "done";
            unread: number;
            version: number;
            /** @enum {string|null} */
            waitingOn: "us" | "customer" | null;
            /** Format: date-time */
            waitingSince: string | null;
        };
        ConversationCondition: {
            /** @enum {string} */
            field: "status";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("open" | "snoozed" | "done")[];
        } | {
            /** @enum {string} */
            field: "waitingOn";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("us" | "customer")[];
        } | {
            /** @enum {string} */
            field: "assignee";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("me" | "nobody" | string)[];
        } | {
            /** @enum {string} */
            field: "queue";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("none" | string)[];
        } | {
            /** @enum {string} */
            field: "channel";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
        } | {
            /** @enum {string} */
            field: "label";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("none" | string)[];
        } | {
            /** @enum {string} */
            field: "priority";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("low" | "normal" | "high" | "urgent")[];
        } | {
            /** @enum {string} */
            field: "mention";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("new" | "seen")[];
        } | {
            /** @enum {string} */
            field: "follower";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("me" | string)[];
        } | {
            /** @enum {string} */
            field: "unread" | "failed";
            /** @enum {string} */
            op: "is";
            value: boolean;
        } | {
            /** @enum {string} */
            field: "customer";
            /** @enum {string} */
            op: "contains" | "not_contains";
            value: string;
        } | {
            /** @enum {string} */
            field: "createdAt" | "lastActivityAt" | "waitingSince";
            hours: number;
            /** @enum {string} */
            op: "within" | "over";
        } | {
            all: components["schemas"]["ConversationCondition"][];
        } | {
            any: components["schemas"]["ConversationCondition"][];
        } | {
            none: components["schemas"]["ConversationCondition"][];
        };
        ConversationFile: {
            attachment: components["schemas"]["Attachment"];
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            itemId: string;
            /** Format: date-time */
            occurredAt: string;
        };
        ConversationHit: {
            conversation: components["schemas"]["Conversation"];
            marks: components["schemas"]["Mark"][];
            message: components["schemas"]["MessageHit"] | null;
        };
        Customer: {
            attributes: {
                [key: string]: unknown;
            };
            avatarUrl: string | null;
            conversationId: string | null;
            /** Format: date-time */
            createdAt: string;
            home: {
                country: string;
                timeZone: string | null;
            } | null;
            id: string;
            identities: components["schemas"]["Identity"][];
            /** Format: date-time */
            lastSeenAt: string | null;
            mergedFrom: string[];
            name: string | null;
        };
        CustomerHit: {
            address: {
                /** @enum {string} */
                kind: "wa_bsuid" | "wa_bsuid_parent" | "wa_phone" | "igsid" | "ig_commenter" | "psid" | "user_ref" | "fb_user" | "external_id" | "visitor" | "email" | "phone";
                marks: components["schemas"]["Mark"][];
                text: string;
            } | null;
            avatarUrl: string | null;
            conversationId: string | null;
            id: string;
            /** Format: date-time */
            lastSeenAt: string | null;
            marks: components["schemas"]["Mark"][];
            name: string | null;
        };
        Delivery: {
            /** Format: date-time */
            at: string;
            error: components["schemas"]["DeliveryError"];
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "delivered" | "read" | "played" | "failed" | "unknown";
        } | null;
        DeliveryAttempt: {
            /** Format: date-time */
            endedAt: string | null;
            error: components["schemas"]["DeliveryError"];
            externalId: string | null;
            number: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "sending" | "sent" | "rejected" | "retry" | "unknown";
        };
        DeliveryError: {
            action?: string | null;
            /** @enum {string} */
            class: "retry_after" | "limit" | "window_closed" | "consent_withdrawn" | "invalid_recipient" | "token_broken" | "policy" | "our_bug" | "unknown";
            code: string;
            detail?: string | null;
            message: string;
        } | null;
        Door: {
            address: string;
            allowed: ("text" | "media" | "interactive" | "template" | "reaction")[];
            /** @enum {string} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat";
            channelAccountId: string;
            channelAccountName: string;
            consent: {
                /** Format: date-time */
                at: string | null;
                /** @enum {string} */
                marketing: "granted" | "withdrawn";
            } | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            freeUntil: string | null;
            heldBy: string | null;
            id: string;
            identityId: string;
            isDefault: boolean;
            marketing: {
                /** @enum {string} */
                reason: "marketing_opted_out" | "marketing_capped";
                /** Format: date-time */
                until: string | null;
            } | null;
            reason: string | null;
            /** @enum {string} */
            state: "open" | "closing" | "template_only" | "human_agent" | "blocked" | "unknown";
            takesControl: boolean;
            textLimit: {
                max: number;
                /** @enum {string} */
                unit: "characters" | "bytes";
            };
        };
        Draft: {
            attachments: components["schemas"]["Attachment"][];
            /** @enum {string} */
            mode: "reply" | "note";
            replyToId: string | null;
            text: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        GettingStarted: {
            businessHours: boolean;
            cannedReply: boolean;
            channel: boolean;
            invitation: boolean;
            message: boolean;
            reply: boolean;
        };
        HandOverLink: {
            /** Format: date-time */
            expiresAt: string;
            token: string;
            url: string;
        };
        Identity: {
            channelAccountId: string | null;
            displayName: string | null;
            id: string;
            /** @enum {string} */
            kind: "wa_bsuid" | "wa_bsuid_parent" | "wa_phone" | "igsid" | "ig_commenter" | "psid" | "user_ref" | "fb_user" | "external_id" | "visitor" | "email" | "phone";
            scope: string;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            strength: "proven" | "claimed";
            value: string;
        };
        Invitation: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** @enum {string} */
            role: "viewer" | "agent" | "supervisor" | "admin" | "owner";
            url: string;
        };
        Label: {
            color: string;
            id: string;
            name: string;
        };
        Location: {
            address: string | null;
            latitude: number;
            longitude: number;
            name: string | null;
            url: string | null;
        };
        Macro: {
            actions: components["schemas"]["MacroAction"][];
            id: string;
            name: string;
            own: boolean;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            usedAt: string | null;
            uses: number;
        };
        MacroAction: {
            /** @enum {string} */
            do: "insert_text";
            text: string;
        } | {
            /** @enum {string} */
            do: "set_status";
            /** @enum {string} */
            status: "open" | "done";
        } | {
            /** @enum {string} */
            do: "snooze";
            hours: number | null;
        } | {
            /** @enum {string} */
            do: "set_priority";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
        } | {
            /** @enum {string} */
            do: "assign";
            to: "me" | "nobody" | string;
        } | {
            /** @enum {string} */
            do: "set_queue";
            queueId: string | null;
        } | {
            /** @enum {string} */
            do: "add_labels";
            labels: string[];
        } | {
            /** @enum {string} */
            do: "remove_labels";
            labels: string[];
        } | {
            /** @enum {string} */
            do: "add_note";
            text: string;
        };
        MacroRun: {
            conversation: components["schemas"]["Conversation"];
            id: string;
            steps: {
                /** @enum {string|null} */
                obstacle: "others_case" | "nobody" | "agent_gone" | "queue_gone" | "label_gone" | null;
                /** @enum {string} */
                outcome: "changes" | "nothing" | "refused" | "skipped";
            }[];
        };
        Mark: {
            end: number;
            start: number;
        };
        Me: {
            agent: {
                email: string;
                id: string;
                name: string;
                /** @enum {string} */
                role: "viewer" | "agent" | "supervisor" | "admin" | "owner";
            } | null;
            simulated: boolean;
            simulatorUrl: string | null;
            workspace: {
                demo: boolean;
                id: string;
                name: string;
            };
        };
        Merge: {
            /** Format: date-time */
            at: string;
            by: {
                id: string | null;
                name: string | null;
                /** @enum {string} */
                type: "agent" | "api_key" | "system";
            };
            conversationId: string | null;
            evidence: {
                detail: string;
                kind: string;
            }[];
            id: string;
            mergedId: string;
            reason: string | null;
            survivorId: string;
            /** Format: date-time */
            undoneAt: string | null;
        };
        MergeSuggestion: {
            customerId: string;
            evidence: {
                detail: string;
                kind: string;
            }[];
            otherId: string;
        };
        MessageDetail: {
            attachments: components["schemas"]["Attachment"][];
            attempts: components["schemas"]["DeliveryAttempt"][];
            author: components["schemas"]["Author"];
            caseId: string | null;
            /** @enum {string|null} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat" | null;
            channelAccountId: string | null;
            content: components["schemas"]["Content"];
            conversationId: string;
            /** Format: date-time */
            deletedAt: string | null;
            delivery: components["schemas"]["Delivery"];
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            /** Format: date-time */
            editedAt: string | null;
            externalId: string | null;
            id: string;
            identityId: string | null;
            late: boolean;
            /** Format: date-time */
            occurredAt: string;
            pinned: {
                /** Format: date-time */
                at: string;
                by: {
                    id: string | null;
                    name: string | null;
                    /** @enum {string} */
                    type: "agent" | "api_key" | "system";
                };
            } | null;
            reactions: components["schemas"]["Reaction"][];
            /** Format: date-time */
            receivedAt: string;
            referral: components["schemas"]["Referral"];
            replyTo: {
                externalId: string | null;
                messageId: string | null;
            } | null;
            statusHistory: components["schemas"]["StatusChange"][];
            /** @enum {string} */
            type: "message" | "note" | "event";
            versions: {
                /** Format: date-time */
                at: string;
                text: string | null;
            }[];
            webhookEventId?: string | null;
        };
        MessageHit: {
            author: components["schemas"]["Author"];
            /** @enum {string|null} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat" | null;
            conversationId: string;
            customer: {
                avatarUrl: string | null;
                id: string;
                name: string | null;
            };
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            hasAttachment: boolean;
            id: string;
            marks: components["schemas"]["Mark"][];
            /** Format: date-time */
            occurredAt: string;
            text: string | null;
            /** @enum {string} */
            type: "message" | "note";
        };
        MessageTemplate: {
            buttons: string[];
            category: string | null;
            /** @enum {string} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat";
            fields: components["schemas"]["TemplateField"][];
            language: string;
            name: string;
            quality: string | null;
            reason: string | null;
            stale: boolean;
            status: string;
            text: string;
            usable: boolean;
        };
        NewApiKey: {
            addresses: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            key: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            prefix: string;
            scopes: ("read" | "write" | "send" | "merge" | "admin")[];
        };
        NewSigningKey: {
            /** @enum {string} */
            algorithm: "HS256" | "ES256" | "RS256";
            /** Format: date-time */
            createdAt: string;
            id: string;
            publicKey: string | null;
            secret: string | null;
            /** Format: date-time */
            usedAt: string | null;
        };
        Notice: {
            /** Format: date-time */
            at: string;
            by: string | null;
            conversationId: string;
            customerName: string | null;
            /** @enum {string} */
            event: "assigned" | "own_message" | "mention" | "followed" | "unassigned_message" | "send_failed" | "reminder";
            id: string;
            /** @enum {string|null} */
            kind: "text" | "image" | "video" | "audio" | "voice" | "file" | "sticker" | "location" | "contacts" | "button_reply" | "list_reply" | "flow_reply" | "system_reply" | "postback" | "order" | "share" | "story_reply" | "story_mention" | "comment" | "appointment" | "template" | "interactive" | "system" | "media_placeholder" | "unsupported" | "note" | "event" | null;
            preview: string | null;
        };
        Order: {
            catalogId: string | null;
            currency: string | null;
            lines: {
                currency: string | null;
                imageUrl: string | null;
                productId: string | null;
                quantity: number;
                title: string | null;
                unitPrice: string | null;
            }[];
            total: string | null;
        };
        OutboundContent: {
            /** @enum {string} */
            kind: "text";
            text: string;
        } | {
            attachmentId: string;
            caption?: string;
            /** @enum {string} */
            kind: "image" | "video" | "audio" | "file" | "sticker";
        } | {
            address?: string;
            /** @enum {string} */
            kind: "location";
            latitude: number;
            longitude: number;
            name?: string;
        } | {
            /** @default [] */
            components: {
                index?: number;
                parameters: ({
                    name?: string;
                    text: string;
                    /** @enum {string} */
                    type: "text";
                } | {
                    attachmentId: string;
                    filename?: string;
                    /** @enum {string} */
                    type: "image" | "video" | "file";
                } | {
                    filename?: string;
                    /** @enum {string} */
                    type: "image" | "video" | "file";
                    /** Format: uri */
                    url: string;
                } | {
                    address?: string;
                    latitude: number;
                    longitude: number;
                    name?: string;
                    /** @enum {string} */
                    type: "location";
                } | {
                    payload: string;
                    /** @enum {string} */
                    type: "payload";
                } | {
                    code: string;
                    /** @enum {string} */
                    type: "code";
                } | {
                    data?: {
                        [key: string]: unknown;
                    };
                    token: string;
                    /** @enum {string} */
                    type: "flow";
                } | {
                    sections: {
                        productIds: string[];
                        title: string;
                    }[];
                    thumbnailProductId: string;
                    /** @enum {string} */
                    type: "products";
                })[];
                /** @enum {string} */
                subType?: "quick_reply" | "url" | "copy_code" | "flow" | "catalog" | "mpm";
                /** @enum {string} */
                type: "header" | "body" | "button";
            }[];
            /** @enum {string} */
            kind: "template";
            language: string;
            name: string;
        } | {
            interactive: {
                buttons: {
                    id: string;
                    title: string;
                }[];
                footer?: string;
                header?: {
                    text: string;
                } | {
                    attachmentId: string;
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                } | {
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                    /** Format: uri */
                    url: string;
                };
                text: string;
                /** @enum {string} */
                type: "buttons";
            } | {
                replies: ({
                    payload: string;
                    title: string;
                } | {
                    /** @enum {string} */
                    ask: "phone" | "email";
                })[];
                text: string;
                /** @enum {string} */
                type: "quick_replies";
            } | {
                button: string;
                footer?: string;
                header?: {
                    text: string;
                } | {
                    attachmentId: string;
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                } | {
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                    /** Format: uri */
                    url: string;
                };
                sections: {
                    rows: {
                        description?: string;
                        id: string;
                        title: string;
                    }[];
                    title?: string;
                }[];
                text: string;
                /** @enum {string} */
                type: "list";
            } | {
                footer?: string;
                header?: {
                    text: string;
                } | {
                    attachmentId: string;
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                } | {
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                    /** Format: uri */
                    url: string;
                };
                text: string;
                title: string;
                /** @enum {string} */
                type: "link";
                /** Format: uri */
                url: string;
            } | {
                cards: {
                    /** @default [] */
                    buttons: ({
                        title: string;
                        /** Format: uri */
                        url: string;
                    } | {
                        payload: string;
                        title: string;
                    })[];
                    /** Format: uri */
                    imageUrl?: string;
                    text?: string;
                    title: string;
                    /** Format: uri */
                    url?: string;
                }[];
                text?: string;
                /** @enum {string} */
                type: "cards";
            } | {
                catalogId: string;
                footer?: string;
                productId: string;
                text?: string;
                /** @enum {string} */
                type: "product";
            } | {
                catalogId: string;
                footer?: string;
                header: {
                    text: string;
                };
                sections: {
                    productIds: string[];
                    title: string;
                }[];
                text: string;
                /** @enum {string} */
                type: "product_list";
            } | {
                footer?: string;
                productId?: string;
                text: string;
                /** @enum {string} */
                type: "catalog";
            } | {
                button: string;
                data?: {
                    [key: string]: unknown;
                };
                draft?: boolean;
                flowId?: string;
                flowName?: string;
                footer?: string;
                header?: {
                    text: string;
                } | {
                    attachmentId: string;
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                } | {
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                    /** Format: uri */
                    url: string;
                };
                screen?: string;
                text: string;
                token: string;
                /** @enum {string} */
                type: "flow";
            } | {
                text: string;
                /** @enum {string} */
                type: "location_request";
            } | {
                text: string;
                /** @enum {string} */
                type: "contact_request";
            } | {
                country: string;
                text: string;
                /** @enum {string} */
                type: "address_request";
                values?: {
                    [key: string]: string;
                };
            } | {
                text: string;
                /** @enum {string} */
                type: "call_permission_request";
            } | {
                /** @enum {string} */
                country: "IN" | "BR";
                currency: string;
                /** @default 0 */
                discount: number;
                footer?: string;
                /** @enum {string} */
                goods: "digital" | "physical";
                header?: {
                    text: string;
                } | {
                    attachmentId: string;
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                } | {
                    /** @enum {string} */
                    kind: "image" | "video" | "file";
                    /** Format: uri */
                    url: string;
                };
                items: {
                    amount: number;
                    name: string;
                    productId: string;
                    quantity: number;
                }[];
                paymentSettings: {
                    [key: string]: unknown;
                }[];
                reference: string;
                /** @default 0 */
                shipping: number;
                /** @default 0 */
                tax: number;
                text: string;
                /** @enum {string} */
                type: "order_details";
            } | {
                description?: string;
                reference: string;
                /** @enum {string} */
                status: "pending" | "processing" | "partially-shipped" | "shipped" | "completed" | "canceled";
                text: string;
                /** @enum {string} */
                type: "order_status";
            };
            /** @enum {string} */
            kind: "interactive";
        };
        OwnSecurity: {
            secondFactor: {
                recoveryCodesLeft: number;
                /** Format: date-time */
                since: string;
            } | null;
            sessions: {
                /** Format: date-time */
                createdAt: string;
                current: boolean;
                id: string;
                /** Format: date-time */
                lastUsedAt: string;
                userAgent: string;
            }[];
        };
        Page: {
            next: string | null;
            prev: string | null;
        };
        Presence: {
            conversationId: string;
            people: components["schemas"]["Present"][];
        };
        Present: {
            agentId: string;
            /** @enum {string} */
            mode: "viewing" | "note" | "typing";
            /** Format: date-time */
            since: string;
        };
        Problem: {
            code: string;
            detail: string;
            errors?: {
                detail: string;
                pointer: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        Queue: {
            businessHoursId: string | null;
            id: string;
            isDefault: boolean;
            name: string;
            open: number;
        };
        Reaction: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "customer" | "business";
            emoji: string;
        };
        RecoveryCodes: {
            codes: string[];
        };
        Referral: {
            adId: string | null;
            body?: string | null;
            clickId?: string | null;
            headline: string | null;
            imageUrl?: string | null;
            postId?: string | null;
            productId?: string | null;
            ref: string | null;
            source: string | null;
            url: string | null;
        } | null;
        RoutingCondition: {
            /** @enum {string} */
            field: "channel";
            /** @enum {string} */
            op: "in" | "not_in";
            values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
        } | {
            /** @enum {string} */
            field: "account";
            /** @enum {string} */
            op: "in" | "not_in";
            values: string[];
        } | {
            /** @enum {string} */
            field: "language";
            /** @enum {string} */
            op: "in" | "not_in";
            values: string[];
        } | {
            /** @enum {string} */
            field: "label";
            /** @enum {string} */
            op: "in" | "not_in";
            values: string[];
        } | {
            /** @enum {string} */
            field: "referral";
            /** @enum {string} */
            op: "is";
            value: boolean;
        } | {
            /** @enum {string} */
            field: "referralText" | "text";
            /** @enum {string} */
            op: "contains" | "not_contains";
            value: string;
        } | {
            /** @enum {string} */
            field: "hours";
            /** @enum {string} */
            op: "open" | "closed";
            values: string[];
        } | {
            all: components["schemas"]["RoutingCondition"][];
        } | {
            any: components["schemas"]["RoutingCondition"][];
        } | {
            none: components["schemas"]["RoutingCondition"][];
        };
        RoutingDecision: {
            /** Format: date-time */
            at: string;
            considered: {
                failed: components["schemas"]["RoutingCondition"];
                name: string;
                /** @enum {string} */
                outcome: "matched" | "condition" | "no_target";
                ruleId: string;
                version: number;
            }[];
            facts: {
                account: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                channel: "whatsapp" | "messenger" | "instagram" | "webchat";
                labels: string[];
                language: string | null;
                open: string[];
                referral: boolean;
            };
            id: string;
            result: {
                assignee: {
                    id: string;
                    name: string;
                } | null;
                byDefault: boolean;
                fellBack: boolean;
                labels: {
                    id: string;
                    name: string;
                }[];
                /** @enum {string|null} */
                priority: "low" | "normal" | "high" | "urgent" | null;
                queue: {
                    id: string;
                    name: string;
                } | null;
            } | null;
            rule: {
                id: string;
                name: string;
                version: number;
            } | null;
        };
        RoutingDryRun: {
            data: {
                considered: {
                    failed: components["schemas"]["RoutingCondition"];
                    name: string;
                    /** @enum {string} */
                    outcome: "matched" | "condition" | "no_target";
                    ruleId: string;
                    version: number;
                }[];
                conversation: {
                    customer: string | null;
                    id: string;
                };
                facts: {
                    account: string;
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    channel: "whatsapp" | "messenger" | "instagram" | "webchat";
                    labels: string[];
                    language: string | null;
                    open: string[];
                    referral: boolean;
                };
                result: {
                    assignee: {
                        id: string;
                        name: string;
                    } | null;
                    byDefault: boolean;
                    fellBack: boolean;
                    labels: {
                        id: string;
                        name: string;
                    }[];
                    /** @enum {string|null} */
                    priority: "low" | "normal" | "high" | "urgent" | null;
                    queue: {
                        id: string;
                        name: string;
                    } | null;
                } | null;
                rule: {
                    id: string;
                    name: string;
                    version: number;
                } | null;
            }[];
        };
        RoutingRule: {
            action: {
                assigneeId: string | null;
                labels: string[];
                /** @enum {string|null} */
                priority: "low" | "normal" | "high" | "urgent" | null;
                queueId: string | null;
            };
            condition: {
                /** @enum {string} */
                field: "channel";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
            } | {
                /** @enum {string} */
                field: "account";
                /** @enum {string} */
                op: "in" | "not_in";
                values: string[];
            } | {
                /** @enum {string} */
                field: "language";
                /** @enum {string} */
                op: "in" | "not_in";
                values: string[];
            } | {
                /** @enum {string} */
                field: "label";
                /** @enum {string} */
                op: "in" | "not_in";
                values: string[];
            } | {
                /** @enum {string} */
                field: "referral";
                /** @enum {string} */
                op: "is";
                value: boolean;
            } | {
                /** @enum {string} */
                field: "referralText" | "text";
                /** @enum {string} */
                op: "contains" | "not_contains";
                value: string;
            } | {
                /** @enum {string} */
                field: "hours";
                /** @enum {string} */
                op: "open" | "closed";
                values: string[];
            } | {
                all: components["schemas"]["RoutingCondition"][];
            } | {
                any: components["schemas"]["RoutingCondition"][];
            } | {
                none: components["schemas"]["RoutingCondition"][];
            };
            enabled: boolean;
            id: string;
            name: string;
            position: number;
            problems: ("no_target" | "queue_gone" | "agent_away" | "never_reached")[];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        SavedView: {
            filter: {
                /** @enum {string} */
                field: "status";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("open" | "snoozed" | "done")[];
            } | {
                /** @enum {string} */
                field: "waitingOn";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("us" | "customer")[];
            } | {
                /** @enum {string} */
                field: "assignee";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("me" | "nobody" | string)[];
            } | {
                /** @enum {string} */
                field: "queue";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("none" | string)[];
            } | {
                /** @enum {string} */
                field: "channel";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("whatsapp" | "messenger" | "instagram" | "webchat")[];
            } | {
                /** @enum {string} */
                field: "label";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("none" | string)[];
            } | {
                /** @enum {string} */
                field: "priority";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("low" | "normal" | "high" | "urgent")[];
            } | {
                /** @enum {string} */
                field: "mention";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("new" | "seen")[];
            } | {
                /** @enum {string} */
                field: "follower";
                /** @enum {string} */
                op: "in" | "not_in";
                values: ("me" | string)[];
            } | {
                /** @enum {string} */
                field: "unread" | "failed";
                /** @enum {string} */
                op: "is";
                value: boolean;
            } | {
                /** @enum {string} */
                field: "customer";
                /** @enum {string} */
                op: "contains" | "not_contains";
                value: string;
            } | {
                /** @enum {string} */
                field: "createdAt" | "lastActivityAt" | "waitingSince";
                hours: number;
                /** @enum {string} */
                op: "within" | "over";
            } | {
                all: components["schemas"]["ConversationCondition"][];
            } | {
                any: components["schemas"]["ConversationCondition"][];
            } | {
                none: components["schemas"]["ConversationCondition"][];
            };
            id: string;
            name: string;
            own: boolean;
            position: number;
            /** @enum {string} */
            sort: "waiting" | "newest" | "oldest" | "priority" | "sla";
            /** Format: date-time */
            updatedAt: string;
        };
        ScheduledMessage: {
            attachments: components["schemas"]["Attachment"][];
            author: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat";
            channelAccountId: string;
            content: components["schemas"]["Content"];
            conversationId: string;
            /** Format: date-time */
            createdAt: string;
            error: {
                code: string;
                message: string;
            } | null;
            id: string;
            identityId: string;
            replyToId: string | null;
            /** Format: date-time */
            scheduledFor: string;
            /** @enum {string} */
            state: "scheduled" | "failed";
        };
        SearchAnswer: {
            conversations: {
                data: components["schemas"]["ConversationHit"][];
                page: components["schemas"]["Page"];
            } | null;
            customers: {
                data: components["schemas"]["CustomerHit"][];
                page: components["schemas"]["Page"];
            } | null;
            instead: string[];
            messages: {
                data: components["schemas"]["MessageHit"][];
                page: components["schemas"]["Page"];
            } | null;
        };
        SecondFactorBegun: {
            secret: string;
            uri: string;
        };
        Started: {
            conversationId: string;
            customerId: string;
            message: components["schemas"]["TimelineItem"];
        };
        StatusChange: {
            /** Format: date-time */
            at: string;
            error: components["schemas"]["DeliveryError"];
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "delivered" | "read" | "played" | "failed" | "unknown";
        };
        TemplateField: {
            /** @enum {string} */
            component: "header" | "body" | "button";
            example: string | null;
            index: number | null;
            kind: string;
            name: string;
            required: boolean;
            subType: string | null;
        };
        TimelineItem: {
            attachments: components["schemas"]["Attachment"][];
            author: components["schemas"]["Author"];
            caseId: string | null;
            /** @enum {string|null} */
            channel: "whatsapp" | "messenger" | "instagram" | "webchat" | null;
            channelAccountId: string | null;
            content: components["schemas"]["Content"];
            conversationId: string;
            /** Format: date-time */
            deletedAt: string | null;
            delivery: components["schemas"]["Delivery"];
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            /** Format: date-time */
            editedAt: string | null;
            externalId: string | null;
            id: string;
            identityId: string | null;
            late: boolean;
            /** Format: date-time */
            occurredAt: string;
            pinned: {
                /** Format: date-time */
                at: string;
                by: {
                    id: string | null;
                    name: string | null;
                    /** @enum {string} */
                    type: "agent" | "api_key" | "system";
                };
            } | null;
            reactions: components["schemas"]["Reaction"][];
            /** Format: date-time */
            receivedAt: string;
            referral: components["schemas"]["Referral"];
            replyTo: {
                externalId: string | null;
                messageId: string | null;
            } | null;
            /** @enum {string} */
            type: "message" | "note" | "event";
        };
        ViewCount: {
            count: number;
            more: boolean;
            /** @enum {string} */
            view: "mine" | "unassigned" | "all" | "snoozed" | "drafts" | "mentions" | "watching";
        };
        VisitorConfig: {
            color: string;
            doors: {
                /** @enum {string} */
                channel: "whatsapp" | "messenger" | "instagram" | "webchat";
                channelAccountId: string;
                name: string;
            }[];
            enforced: boolean;
            hours: {
                /** Format: date-time */
                closesAt: string | null;
                open: boolean;
                /** Format: date-time */
                opensAt: string | null;
                timeZone: string;
            } | null;
            language: string;
            languages: string[];
            /** @enum {string} */
            launcherSide: "start" | "end";
            limits: {
                fileBytes: number;
                textCharacters: number;
            };
            name: string;
            preChat: {
                /** @enum {string} */
                kind: "text" | "email" | "phone" | "choice" | "consent";
                label: string;
                link: string | null;
                name: string;
                options: {
                    label: string;
                    value: string;
                }[];
                required: boolean;
            }[] | null;
            proactive: {
                cap: {
                    restDays: number;
                    times: number;
                };
                name: string;
                text: string;
                when: {
                    leaving: boolean;
                    onlyWhileOpen: boolean;
                    path: string | null;
                    scrolledPercent: number | null;
                    secondsOnPage: number | null;
                    trait?: {
                        atLeast: number | null;
                        is: string | null;
                        name: string;
                    };
                };
            }[];
            replyTimeMs: number | null;
            survey: boolean;
            textOnColor: string;
            texts: {
                away: string | null;
                greeting: string | null;
                introduction: string | null;
            };
        };
        VisitorMessage: {
            /** Format: date-time */
            at: string;
            author: {
                /** @enum {string} */
                kind: "agent" | "bot" | "business";
                name: string | null;
            } | null;
            cards: {
                buttons: {
                    payload: string | null;
                    title: string;
                    url: string | null;
                }[];
                footer: string | null;
                imageUrl: string | null;
                text: string | null;
                title: string | null;
                url: string | null;
            }[];
            clientId: string | null;
            /** Format: date-time */
            deletedAt: string | null;
            /** Format: date-time */
            editedAt: string | null;
            files: {
                bytes: number | null;
                id: string;
                kind: string;
                mime: string | null;
                name: string | null;
                url: string;
            }[];
            /** @enum {string} */
            from: "visitor" | "business";
            id: string;
            kind: string;
            replyToId: string | null;
            /** @enum {string|null} */
            status: "sent" | "delivered" | "read" | null;
            text: string | null;
        };
        VisitorSession: {
            /** Format: date-time */
            accessExpiresAt: string;
            accessToken: string;
            identified: boolean;
            renewalToken: string;
        };
        WebhookEvent: {
            body: string | null;
            id: string;
            items: {
                channelAccountId: string | null;
                /** @enum {string} */
                outcome: "pending" | "processed" | "quarantined" | "ignored";
                path: string;
                raw?: unknown;
                reason: string | null;
            }[];
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            state: "pending" | "processed" | "quarantined" | "ignored";
        };
        WebhookReplay: {
            by: string | null;
            channelAccountId: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            outcomes: {
                ignored: number;
                processed: number;
                quarantined: number;
                waiting: number;
            };
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "quarantined" | "ignored";
            total: number;
        };
        Widget: {
            enforced: boolean;
            key: string;
            settings: components["schemas"]["WidgetSettings"];
            signingKeys: {
                /** @enum {string} */
                algorithm: "HS256" | "ES256" | "RS256";
                /** Format: date-time */
                createdAt: string;
                id: string;
                publicKey: string | null;
                /** Format: date-time */
                usedAt: string | null;
            }[];
            textOnColor: {
                color: string;
                contrast: number;
            };
            /** Format: date-time */
            updatedAt: string;
        };
        WidgetSettings: {
            /** @default [] */
            allowedOrigins: string[];
            /** @default null */
            businessHoursId: string | null;
            /** @default #0b6e4f */
            color: string;
            /** @default en */
            defaultLanguage: string;
            /** @default [] */
            doors: string[];
            /**
             * @default end
             * @enum {string}
             */
            launcherSide: "start" | "end";
            /**
             * @default {
             *       "enabled": false,
             *       "fields": []
             *     }
             */
            preChat: {
                /** @default false */
                enabled: boolean;
                /** @default [] */
                fields: {
                    /** @enum {string} */
                    kind: "text" | "email" | "phone" | "choice" | "consent";
                    label: {
                        [key: string]: string;
                    };
                    /**
                     * Format: uri
                     * @default null
                     */
                    link: string | null;
                    name: string;
                    /** @default [] */
                    options: {
                        label: {
                            [key: string]: string;
                        };
                        value: string;
                    }[];
                    /** @default false */
                    required: boolean;
                }[];
            };
            /** @default [] */
            proactive: {
                /**
                 * @default {
                 *       "times": 1,
                 *       "restDays": 14
                 *     }
                 */
                cap: {
                    /** @default 14 */
                    restDays: number;
                    /** @default 1 */
                    times: number;
                };
                /** @default true */
                enabled: boolean;
                name: string;
                text: {
                    [key: string]: string;
                };
                when: {
                    /** @default false */
                    leaving: boolean;
                    /** @default false */
                    onlyWhileOpen: boolean;
                    /** @default null */
                    path: string | null;
                    /** @default null */
                    scrolledPercent: number | null;
                    /** @default null */
                    secondsOnPage: number | null;
                    trait?: {
                        /** @default null */
                        atLeast: number | null;
                        /** @default null */
                        is: string | null;
                        name: string;
                    };
                };
            }[];
            /** @default true */
            showReplyTime: boolean;
            /** @default true */
            survey: boolean;
            /**
             * @default {
             *       "greeting": {},
             *       "introduction": {},
             *       "away": {}
             *     }
             */
            texts: {
                /** @default {} */
                away: {
                    [key: string]: string;
                };
                /** @default {} */
                greeting: {
                    [key: string]: string;
                };
                /** @default {} */
                introduction: {
                    [key: string]: string;
                };
            };
        };
        WidgetSighting: {
            allowed: boolean;
            /** Format: date-time */
            frameAt: string | null;
            /** Format: date-time */
            lineAt: string | null;
            origin: string;
            path: string | null;
            /** Format: date-time */
            seenAt: string;
        };
        WorkspaceStatus: {
            /** Format: date-time */
            checkedAt: string;
            ingest: {
                lagSeconds: number;
                /** Format: date-time */
                oldestAt: string | null;
                waiting: {
                    count: number;
                    more: boolean;
                };
            };
            quarantined: {
                count: number;
                more: boolean;
            } | null;
            quiet: {
                /** @enum {string} */
                channel: "whatsapp" | "messenger" | "instagram" | "webchat";
                channelAccountId: string;
                hours: number;
                name: string;
                /** Format: date-time */
                since: string;
                usual: number;
            }[] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
