// Pyodide as a worker: says when its Python has run a first statement, then runs what it is sent and answers with the
// milliseconds that it took.
import { loadPyodide } from './pyodide.mjs';

const python = await loadPyodide({ indexURL: new URL('./', import.meta.url).href });
python.runPython('1');
postMessage(0);

onmessage = ({ data }) => {
  const began = performance.now();
  python.runPython(data);
  postMessage(performance.now() - began);
};
