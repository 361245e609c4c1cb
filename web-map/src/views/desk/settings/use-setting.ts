import { useEffect, useState } from 'preact/hooks';
import { problemWords } from '../words';

export interface Loaded<T> {
  value: T | null;
  trouble: string | null;
  reload: () => Promise<void>;
}

/** What a section shows, read when it appears and after every change. */
export function useSetting<T>(read: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const reload = async (): Promise<void> => {
    try {
      setValue(await read());
      setTrouble(null);
    } catch (cause) {
      setTrouble(problemWords(cause));
    }
  };
  useEffect(() => void reload(), []);
  return { value, trouble, reload };
}
