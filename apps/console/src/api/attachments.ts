import type { Attachment } from "@onethread/core/api";
import { ApiError, apiErrorOf } from "./api-error.ts";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

/** Asks for a customer's file to be fetched once more. */
export const retryAttachment = (id: string): Promise<Attachment> =>
  answerOf(api.POST("/api/v1/attachments/{id}/retry", { params: { path: { id } }, ...once(newIdempotencyKey()) }));

/** The largest file the server takes, in bytes: 100 MB. */
export const maxUploadBytes = 100 * 1024 * 1024;

/**
 * Uploads a file that will be sent. `onProgress` is told the share that is on its way, 0 to 1. By XMLHttpRequest,
 * because fetch says nothing about the progress of a body.
 */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file, file.name);
    request.open("POST", "/api/v1/attachments");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      if (request.status === 201) resolve(request.response as Attachment);
      else {
        const headers = { "retry-after": request.getResponseHeader("retry-after") ?? "" };
        reject(apiErrorOf(new Response(null, { status: statusFor(request.status), headers }), request.response));
      }
    });
    const broken = () => reject(new ApiError({ status: 0, code: "network", message: "No answer from the server." }));
    request.addEventListener("error", broken);
    request.addEventListener("timeout", broken);
    request.addEventListener("abort", () => reject(new DOMException("The upload was stopped.", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

/** A Response can only be made with a status of 200 to 599. */
const statusFor = (status: number): number => (status >= 200 && status <= 599 ? status : 500);
