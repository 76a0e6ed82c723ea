/**
 * The Graph version every call is pinned to. A version lives about two years and then rolls forward silently.
 * Source: https://developers.facebook.com/docs/graph-api/changelog/versions (v25.0 in use in August 2026)
 */
export const graphVersion = "v25.0";
