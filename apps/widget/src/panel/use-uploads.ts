import { useRef, useState } from "preact/hooks";
import { Refused } from "./client.ts";
import { usePanel } from "./context.ts";
import { newId, type Upload } from "./thread.ts";

type Chosen = { place: string; name: string; id: string | null; upload: Upload | null };
/** As the API takes them in one message. */
const most = 5;

/** Files on their way to a message: uploaded as soon as they are chosen, sent with it. */
export function useUploads() {
  const { texts, config, session } = usePanel();
  const [all, setAll] = useState<readonly Chosen[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const gone = useRef(new Set<string>());

  const refused = (reason: string) => setProblem(texts.say("fileRefused", { reason }));
  const reasonOf = (error: unknown): string => {
    if (!(error instanceof Refused)) return texts.say("failed");
    if (error.status === 413) return texts.say("tooLarge");
    return error.status === 415 || error.status === 422 ? texts.say("wrongKind") : texts.say(error.status === 0 ? "offline" : "failed");
  };

  async function upload(file: File): Promise<void> {
    const place = newId();
    setAll((now) => [...now, { place, name: file.name, id: null, upload: null }]);
    const form = new FormData();
    form.append("file", file, file.name);
    try {
      const kept = (await (await session.ask("attachments", { method: "POST", body: form })).json()) as { file: string; kind: string };
      if (gone.current.has(place)) return;
      setAll((now) =>
        now.map((one) => (one.place === place ? { ...one, id: kept.file, upload: { file: kept.file, kind: kept.kind, name: file.name } } : one)),
      );
    } catch (error) {
      setAll((now) => now.filter((one) => one.place !== place));
      refused(reasonOf(error));
    }
  }

  return {
    all,
    files: all.flatMap(({ upload }) => upload ?? []),
    busy: all.some(({ id }) => id === null),
    problem,
    add(files: File[]): void {
      setProblem(null);
      for (const file of files.slice(0, most - all.length)) {
        if (file.size > config.limits.fileBytes) refused(texts.say("tooLarge"));
        else void upload(file);
      }
    },
    remove(place: string): void {
      gone.current.add(place);
      setAll((now) => now.filter((one) => one.place !== place));
    },
    clear: () => setAll([]),
  };
}
