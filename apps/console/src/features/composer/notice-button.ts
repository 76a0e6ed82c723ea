/** A button in a coloured notice, in the notice's own colour. */
export const noticeButton = "flex min-h-6 items-center gap-1.5 rounded-control border border-current px-2 py-0.5 font-medium text-sm";
