/**
 * A difference of two texts: the range `from`–`to` of the first text, and the range of the second text that
 * replaces it. Ends are exclusive.
 */
export interface Hunk {
  from: number;
  to: number;
  readFrom: number;
  readTo: number;
}

/**
 * The most edits that are searched, more than between a text and a faulty reading of it. Memory grows with
 * their square.
 */
const MOST_EDITS = 2000;

/**
 * Finds the fewest deletions and insertions that turn `source` into `read`, by Myers' algorithm (An O(ND)
 * Difference Algorithm and Its Variations, 1986). `''` in `source` equals no character. Returns undefined if
 * more than `MOST_EDITS` are needed.
 */
export function editScript(source: string[], read: string[]): Hunk[] | undefined {
  const [n, m] = [source.length, read.length];
  const same = (x: number, y: number) => source[x] !== '' && source[x] === read[y];
  let start = 0;
  while (start < n && start < m && same(start, start)) start++;
  /** For each number of edits, the furthest `x` on the diagonals -edits … edits. */
  const reached: Int32Array[] = [];
  const most = Math.min(MOST_EDITS, n + m - 2 * start);
  for (let edits = 0; edits <= most; edits++) {
    const last = reached[edits - 1];
    const row = new Int32Array(2 * edits + 1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = last ? furthest(last, edits, diagonal) : start;
      while (x < n && x - diagonal < m && same(x, x - diagonal)) x++;
      row[diagonal + edits] = x;
      if (x >= n && x - diagonal >= m) {
        reached.push(row);
        return hunksOf(reached, n, m);
      }
    }
    reached.push(row);
  }
  return undefined;
}

/** The start of a path with another edit on a diagonal. `last` contains the diagonals 1-edits … edits-1. */
function furthest(last: Int32Array, edits: number, diagonal: number): number {
  const at = (other: number) => last[other + edits - 1];
  const [left, right] = [at(diagonal - 1), at(diagonal + 1)];
  return goesDown(edits, diagonal, left, right) ? right! : left! + 1;
}

/** Returns true if the last edit inserted a character (down), false if it deleted a character (right). */
const goesDown = (edits: number, diagonal: number, left = -1, right = -1): boolean =>
  diagonal === -edits || (diagonal !== edits && left < right);

/** Returns the edits of the path; adjacent edits are joined. */
function hunksOf(reached: Int32Array[], n: number, m: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [n, m];
  for (let edits = reached.length - 1; edits > 0; edits--) {
    const last = reached[edits - 1]!;
    const diagonal = x - y;
    const at = (other: number) => last[other + edits - 1];
    const down = goesDown(edits, diagonal, at(diagonal - 1), at(diagonal + 1));
    const from = down ? at(diagonal + 1)! : at(diagonal - 1)!;
    const before = down ? from - diagonal - 1 : from - diagonal + 1;
    const edit = down
      ? { from, to: from, readFrom: before, readTo: before + 1 }
      : { from, to: from + 1, readFrom: before, readTo: before };
    const next = hunks[0];
    if (next && next.from === edit.to && next.readFrom === edit.readTo)
      hunks[0] = { ...next, from: edit.from, readFrom: edit.readFrom };
    else hunks.unshift(edit);
    [x, y] = [from, before];
  }
  return hunks;
}
