// What kept a page busy longest, out of a trace of the browser: each task with what it was made of and whose code ran in it.

export const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

/**
 * Sorted by the processor's time, not by the clock's: on a busy machine a task also waits for others.
 *
 * @returns {{ms: number, cpuMs: number, parts: [string, number][], functions: [string, number][]}[]} longest first
 */
export function longestTasks(trace, count) {
  const { traceEvents: events } = JSON.parse(trace.toString());
  const main = mainThread(events);
  const onMain = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const tasks = onMain.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const longest = tasks.toSorted((one, other) => cpu(other) - cpu(one)).slice(0, count);
  const samples = samplesOf(events.filter(({ pid }) => pid === main.pid));
  return longest.map((task) => ({
    ms: task.dur / 1000,
    cpuMs: cpu(task) / 1000,
    parts: top(selfTimes(task, onMain)),
    functions: top(functionTimes(task, samples)),
  }));
}

const cpu = ({ tdur, dur }) => tdur ?? dur;

/** The renderer with the most to do is the page's. */
function mainThread(events) {
  const busy = new Map();
  for (const { name, pid, dur } of events)
    if (name === 'RunTask' && dur) busy.set(pid, (busy.get(pid) ?? 0) + dur);
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  return threads.toSorted((one, other) => (busy.get(other.pid) ?? 0) - (busy.get(one.pid) ?? 0))[0];
}

/** What the browser did in a task, by name: without what lies inside of each. */
function selfTimes(task, events) {
  const end = task.ts + task.dur;
  const inside = events
    .filter(({ ph, ts, dur }) => ph === 'X' && ts >= task.ts && ts + dur <= end)
    .toSorted((one, other) => one.ts - other.ts || other.dur - one.dur);
  const times = new Map();
  const open = [];
  for (const event of inside) {
    while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop();
    const around = open.at(-1);
    if (around) add(times, around.name, -cpu(event));
    add(times, event.name, cpu(event));
    open.push(event);
  }
  return times;
}

/** The profiler's samples as [time, name of the function]. */
function samplesOf(events) {
  const names = new Map();
  const samples = [];
  let time = events.find(({ name }) => name === 'Profile')?.args.data.startTime ?? 0;
  for (const { name, args } of events) {
    if (name !== 'ProfileChunk') continue;
    const { cpuProfile, timeDeltas } = args.data;
    for (const { id, callFrame } of cpuProfile?.nodes ?? [])
      names.set(id, `${callFrame.functionName || '(anonymous)'}:${(callFrame.lineNumber ?? 0) + 1}`);
    for (const [index, id] of (cpuProfile?.samples ?? []).entries()) {
      time += timeDeltas[index];
      samples.push([time, names.get(id) ?? '?']);
    }
  }
  return samples;
}

function functionTimes(task, samples) {
  const times = new Map();
  let before = task.ts;
  for (const [at, name] of samples) {
    if (at < task.ts || at > task.ts + task.dur) continue;
    add(times, name, at - before);
    before = at;
  }
  return times;
}

const add = (times, name, micros) => times.set(name, (times.get(name) ?? 0) + micros);

function top(times) {
  return [...times]
    .map(([name, micros]) => [name, micros / 1000])
    .filter(([, ms]) => ms >= 1)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 12);
}
