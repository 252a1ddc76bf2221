import { build } from 'vite'; import { weighFirstLoad } from './web/build/weighFirstLoad.ts';
const r = await build({ root: 'web', logLevel:'error', build:{write:false}});
const b = Object.fromEntries((Array.isArray(r)?r[0]:r).output.map(o=>[o.fileName,o]));
const w = weighFirstLoad(b); console.log(w.bytes, w.laterBytes);
