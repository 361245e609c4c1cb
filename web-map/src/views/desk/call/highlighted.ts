import { plain } from '../match-category';

export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a label where its words begin like the words that were typed, accents aside. */
export function highlighted(label: string, typed: string): Piece[] {
  const wanted = plain(typed).split(' ').filter(Boolean);
  const pieces: Piece[] = [];
  const add = (text: string, hit: boolean): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last && last.hit === hit) last.text += text;
    else pieces.push({ text, hit });
  };
  for (const word of label.split(/([\s'’-]+)/)) {
    const begun = wanted.find((want) => plain(word).startsWith(want));
    // one letter without accent stands for one letter with it, so lengths agree in composed text
    const cut = begun && plain(word).length === word.length ? begun.length : begun ? word.length : 0;
    add(word.slice(0, cut), true);
    add(word.slice(cut), false);
  }
  return pieces;
}
