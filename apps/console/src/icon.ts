const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Onethread</title><rect width="32" height="32" rx="8" fill="#151922"/><path d="M7 22c0-7 4-11 9-11s9 4 9 11" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="7" cy="22" r="2.6" fill="#35c173"/><circle cx="16" cy="11" r="2.6" fill="#f06aae"/><circle cx="25" cy="22" r="2.6" fill="#5b9bff"/></svg>`;

/** The tab's icon, in the page itself: browsers ask for an icon anew whenever the address changes, which it does with every conversation. */
export const icon = { url: `data:image/svg+xml,${encodeURIComponent(drawing)}`, type: "image/svg+xml", sizes: "any" };
