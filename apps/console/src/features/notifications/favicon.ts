const size = 64;

let badge: HTMLLinkElement | undefined;
let drawn = 0;

const icons = () => [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];

/** Puts a number on the tab's icon; 0 takes it off. Drawn here: nothing is fetched but the icon itself. */
export function badgeFavicon(count: number): void {
  const original = icons().find((link) => link !== badge)?.href;
  const mine = ++drawn;
  if (count === 0) {
    badge?.remove();
    badge = undefined;
  }
  if (count === 0 || !original) return;
  const icon = new Image(size, size);
  icon.addEventListener("load", () => {
    // Another number came while the icon was fetched.
    const href = mine === drawn ? draw(icon, count > 99 ? "99" : String(count)) : null;
    if (href === null) return;
    badge ??= Object.assign(document.createElement("link"), { rel: "icon", type: "image/png" });
    badge.href = href;
    keepBadgeLast();
  });
  icon.src = original;
}

/** Of several icons browsers show the last; a change of page puts its own there again. */
export function keepBadgeLast(): void {
  if (badge && icons().at(-1) !== badge) document.head.append(badge);
}

function draw(icon: HTMLImageElement, text: string): string | null {
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.drawImage(icon, 0, 0, size, size);
  const radius = text.length > 1 ? 22 : 18;
  pen.fillStyle = "#d92d20";
  pen.beginPath();
  pen.arc(size - radius, size - radius, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = "#fff";
  pen.font = `bold ${text.length > 1 ? 28 : 30}px sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, size - radius, size - radius + 2);
  return canvas.toDataURL("image/png");
}
