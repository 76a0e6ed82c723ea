const paths = {
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 18l-6-6 6-6",
  send: "M5 12h14M13 6l6 6-6 6",
  attach: "M21 12.5l-8.6 8.6a5.5 5.5 0 0 1-7.8-7.8l8.6-8.6a3.7 3.7 0 0 1 5.2 5.2l-8.6 8.6a1.8 1.8 0 0 1-2.6-2.6l8-8",
  download: "M12 4v12m-5-5 5 5 5-5M5 20h14",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  end: "M9 21H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h3M16 17l5-5-5-5M21 12H9",
  file: "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5",
} as const;

/** Beside a word or in a button with a name: never the only thing that says something. */
export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg
    class={name === "back" || name === "send" ? "icon mirrored" : "icon"}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);
