import { fileTypeFromFile } from "file-type";

export type FileType = { mime: string; fits(kind: string): boolean };

/** Types that carry no mark in their bytes and are plain data all the same. */
const unmarked = /^(text\/(plain|csv|vcard|calendar|markdown)|application\/(json|octet-stream))$/;

/** Containers of one family: what an office file or a voice message is inside. */
const families: Record<string, RegExp> = {
  image: /^image\/(jpeg|png|gif|webp|heic|heif|avif|bmp|tiff)$/,
  video: /^(video\/|image\/gif$|application\/mp4$)/,
  audio: /^(audio\/|video\/(mp4|webm|ogg|3gpp)$|application\/ogg$)/,
};

/**
 * What a file is, by its content; what a platform or a browser says about it counts only where the content carries no
 * mark. Never a type a browser would run: such a file stays a file to download.
 */
export async function readFileType(path: string, said: string | null): Promise<FileType> {
  const found = await fileTypeFromFile(path);
  const named = said?.split(";")[0]?.trim().toLowerCase() ?? "";
  const mime = found ? (found.mime.split(";")[0] ?? found.mime) : unmarked.test(named) ? named : "application/octet-stream";
  return {
    mime,
    fits: (kind) => {
      const family = families[kindFamily(kind)];
      return family === undefined || (found !== undefined && family.test(mime));
    },
  };
}

/** Shared posts, reels and stories are a picture or a film: any of the two. */
const kindFamily = (kind: string): string => (kind === "image" || kind === "video" || kind === "audio" ? kind : "file");
