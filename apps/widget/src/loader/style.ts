/** `!important` on the host: what the page says of all elements must not move it. Inside nothing of the page holds. */
export const style = `
:host{all:initial!important;position:fixed!important;inset:auto!important;width:0!important;height:0!important;display:block!important;z-index:var(--z)!important;direction:var(--dir)!important}
*{box-sizing:border-box}
.room{position:fixed;bottom:calc(var(--y) + env(safe-area-inset-bottom) + var(--raise,0px));inset-inline-end:calc(var(--x) + env(safe-area-inset-right));display:flex;flex-direction:column;align-items:flex-end;gap:12px;font:14px/1.45 system-ui,sans-serif;pointer-events:none}
.room[data-side=start]{inset-inline:calc(var(--x) + env(safe-area-inset-left)) auto;align-items:flex-start}
.room>*{pointer-events:auto}
button{font:inherit;border:0;margin:0;cursor:pointer}
button:focus-visible{outline:3px solid var(--color);outline-offset:3px;box-shadow:0 0 0 3px #fff}
.launcher{position:relative;width:56px;height:56px;border-radius:50%;background:var(--color);color:var(--on);display:grid;place-items:center;padding:0;box-shadow:0 4px 16px #0004}
.launcher:hover{filter:brightness(1.1)}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.launcher .x,.launcher[aria-expanded=true] .bubble{display:none}
.launcher[aria-expanded=true] .x{display:block}
.badge{position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;height:22px;padding:0 6px;border-radius:11px;background:#c6262e;color:#fff;font:600 12px/22px system-ui,sans-serif;text-align:center}
.preview{max-width:min(300px,calc(100vw - 40px));display:flex;gap:8px;align-items:flex-start;padding:12px;border-radius:14px;background:#fff;color:#1c1917;box-shadow:0 4px 16px #0004;text-align:start}
.preview .text{all:unset;cursor:pointer;min-width:0;overflow:hidden;display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow-wrap:anywhere}
.preview .text:focus-visible{outline:3px solid var(--color);outline-offset:2px}
.preview b{display:block;font-weight:600}
.preview .dismiss{flex:none;width:28px;height:28px;margin:-6px;border-radius:8px;background:none;color:inherit;display:grid;place-items:center}
.preview .dismiss svg{width:16px;height:16px}
.frame{position:fixed;bottom:calc(var(--y) + 68px + env(safe-area-inset-bottom));inset-inline-end:calc(var(--x) + env(safe-area-inset-right));width:400px;max-width:calc(100vw - 40px);height:min(704px,calc(100dvh - 104px));border:0;border-radius:16px;box-shadow:0 4px 16px #0004,0 16px 64px #0004;background:#fff;color-scheme:light dark}
.room[data-side=start] .frame{inset-inline:calc(var(--x) + env(safe-area-inset-left)) auto}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
@media (max-width:639px){.frame{inset:0!important;width:100vw;max-width:none;height:var(--view,100dvh);border-radius:0}}
.dark .preview{background:#292524;color:#fafaf9}@media (prefers-color-scheme:dark){.auto .preview{background:#292524;color:#fafaf9}}
@media (forced-colors:active){.launcher,.preview,.frame{border:1px solid CanvasText}}
@media print{:host{display:none!important}}
`;
