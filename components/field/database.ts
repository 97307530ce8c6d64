/** The phone's own database, opened once: a few plain verbs over IndexedDB, each write on the disk before it is said to be done. */

const STORES = ["about", "keys", "kept", "outbox", "photos", "drafts", "sealed"] as const;
/** The first form of it had five. */
const FORM = STORES.length - 4;
type StoreName = (typeof STORES)[number];

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("field", FORM);
    request.onupgradeneeded = () => {
      for (const name of STORES)
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      // Another window brings a newer form of it: let go, and open anew when asked again.
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function asked<T>(name: StoreName, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = (await database()).transaction(name).objectStore(name);
  return new Promise((resolve, reject) => {
    const request = question(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const read = <T>(name: StoreName, key: IDBValidKey): Promise<T | undefined> =>
  asked(name, (store) => store.get(key));
export const readAll = <T>(name: StoreName): Promise<T[]> => asked(name, (store) => store.getAll());

type Change = { in: StoreName; key: IDBValidKey; value?: unknown } | { clear: StoreName };

/** All or none of them, and on the disk when it resolves. A change without a value takes the row away. */
export async function write(...changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const names = [...new Set(changes.map((one) => ("clear" in one ? one.clear : one.in)))];
  const transaction = (await database()).transaction(names, "readwrite", { durability: "strict" });
  for (const one of changes) {
    if ("clear" in one) transaction.objectStore(one.clear).clear();
    else if (one.value === undefined) transaction.objectStore(one.in).delete(one.key);
    else transaction.objectStore(one.in).put(one.value, one.key);
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}
