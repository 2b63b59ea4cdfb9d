// What a browser keeps may reach its disk a minute later, and is gone where the browser is killed before that. What is
// typed is written there too, as soon as what came before it has been. Of one person's response nothing is.
const Disk = (() => {
  const STORE = "kept";
  const isUsed = !("response" in document.body.dataset);
  const waiting = new Map();
  let isWriting = false;

  const open = () => new Promise(resolve => {
    if (!isUsed) {
      resolve(null);
      return;
    }
    try {
      const asked = indexedDB.open("crosp-form", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => {
        asked.result.onclose = () => { opened = open(); };  // as where somebody clears what the browser keeps
        resolve(asked.result);
      };
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  let opened = open();

  function put(key, what) {
    if (!isUsed) return;
    waiting.set(key, what);
    if (!isWriting) write();
  }

  // One transaction at a time: what is typed meanwhile waits, and the last of it is what counts.
  async function write() {
    isWriting = true;
    try {
      const database = await opened;
      while (database && waiting.size) {
        const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
        for (const [key, what] of waiting) transaction.objectStore(STORE).put(what, key);
        waiting.clear();
        await new Promise(done => {
          transaction.oncomplete = transaction.onabort = done;
        });
      }
    } catch { /* it is closed: what waits is written when it is open again, with what is typed next */ }
    isWriting = false;
  }

  // All that was put under keys that begin so.
  async function all(begins) {
    const database = await opened;
    if (!database) return [];
    const asked = database.transaction(STORE).objectStore(STORE).getAll(IDBKeyRange.bound(begins, `${begins}\uffff`));
    return new Promise(done => {
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done([]);
    });
  }

  return { all, isUsed, put };
})();
