import asyncio
import contextvars
import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


async def work(name, delay):
    await asyncio.sleep(delay)
    print("done", name)
    return name


async def main():
    results = await asyncio.gather(work("slow", 0.05), work("fast", 0.01))
    print(results)
    try:
        await asyncio.wait_for(work("late", 10), timeout=0.02)
    except asyncio.TimeoutError:
        print("timeout")
    task = asyncio.create_task(work("task", 0.01))
    task2 = asyncio.create_task(work("never", 5))
    await task
    task2.cancel()
    try:
        await task2
    except asyncio.CancelledError:
        print("cancelled", task2.cancelled())
    lock, q = asyncio.Lock(), asyncio.Queue()

    async def producer():
        for i in range(3):
            async with lock:
                await q.put(i)
        await q.put(None)

    async def consumer():
        got = []
        while (item := await q.get()) is not None:
            got.append(item)
        return got

    _, got = await asyncio.gather(producer(), consumer())
    print(got, await asyncio.get_running_loop().run_in_executor(None, sum, [1, 2]))
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("g1", 0.01))
    print(a.result())
    async for x in ticker(2):
        print("tick", x)
    print([x async for x in ticker(2)], await asyncio.to_thread(max, 1, 2))
    results = await asyncio.gather(fail(), work("ok", 0), return_exceptions=True)
    print(results)


async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def fail():
    raise ValueError("bad")


asyncio.run(main())
with ThreadPoolExecutor(max_workers=1) as pool:
    print(list(pool.map(lambda x: x * x, range(4))), pool.submit(pow, 2, 3).result())
    print([f.result() for f in as_completed([pool.submit(abs, -1)])])
found = []
threads = [threading.Thread(target=found.append, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(found, threads[0].is_alive())
q = queue.Queue()
q.put(1)
print(q.get(), q.empty())
var = contextvars.ContextVar("var", default=0)
token = var.set(5)
print(var.get()); var.reset(token)
print(var.get())
with threading.Lock():
    print("locked")
