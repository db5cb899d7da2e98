"""A line of a given speed between a browser and a server on this machine.

DevTools can slow Chromium down, but knows no connecting (which takes a round trip) and hands over
each short response whole. So the bytes go through a relay: nothing passes a new connection for one
round trip, as TCP needs; then every packet takes its turn at the line's rate, one way like the
other, and half a round trip to arrive. All connections share the line. TCP's slow start is left
out: these pages fit into its first flight of ten packets.
"""

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

PACKET = 1460


class Profile(NamedTuple):
    """A kind of line: bits a second (0: as many as this machine moves), seconds of round trip."""

    name: str
    rate: int
    trip: float

    def seconds(self, size: int) -> float:
        """How long the line is busy with so many bytes."""
        return size * 8 / self.rate if self.rate else 0.0


class Way:
    """One direction of a line, and how many bytes have begun their way on it."""

    def __init__(self, profile: Profile) -> None:
        """Nothing is under way."""
        self.carried = 0
        self._profile = profile
        self._free = 0.0

    def arrival(self, packet: bytes, now: float) -> float:
        """When a packet that is handed over now is at the other end."""
        self.carried += len(packet)
        self._free = max(now, self._free) + self._profile.seconds(len(packet))
        return self._free + self._profile.trip / 2


class Relay:
    """What listens for the browser and speaks with the server."""

    def __init__(self, profile: Profile, server: int) -> None:
        """Nothing listens yet."""
        self.up, self.down = Way(profile), Way(profile)
        self.port = 0
        self._profile, self._server = profile, server
        self._loop = asyncio.new_event_loop()
        self._ready, self._over = threading.Event(), asyncio.Event()

    def run(self) -> None:
        """Listen until the end; in a thread of its own."""
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._listen())

    def wait(self) -> None:
        """Until it listens."""
        self._ready.wait()

    def end(self) -> None:
        """Hang up."""
        self._loop.call_soon_threadsafe(self._over.set)

    async def _listen(self) -> None:
        listening = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = listening.sockets[0].getsockname()[1]
        self._ready.set()
        await self._over.wait()
        listening.close()

    async def _connect(self, reader: StreamReader, writer: StreamWriter) -> None:
        answers, asks = await asyncio.open_connection("127.0.0.1", self._server)
        # Whoever hangs up, the browser or the line's end: there is nobody left to tell.
        with suppress(asyncio.CancelledError, ConnectionError):
            await asyncio.gather(
                self._carry(self.up, reader, asks, self._profile.trip),
                self._carry(self.down, answers, writer, 0.0),
            )
        asks.close()
        writer.close()

    async def _carry(
        self, way: Way, source: StreamReader, target: StreamWriter, held: float
    ) -> None:
        """Move bytes one way until their source ends; the first ones are held so long."""
        opened = self._loop.time() + held
        arrived: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = asyncio.create_task(self._deliver(arrived, target))
        packet = b"-"
        while packet:
            packet = await source.read(PACKET)
            at = max(self._loop.time(), opened)
            await arrived.put((way.arrival(packet, at), packet))
        await delivering

    async def _deliver(
        self, arrived: "asyncio.Queue[tuple[float, bytes]]", target: StreamWriter
    ) -> None:
        packet = b"-"
        while packet:
            at, packet = await arrived.get()
            await asyncio.sleep(max(0.0, at - self._loop.time()))
            target.write(packet)
        target.close()


@contextmanager
def relay(profile: Profile, server: int) -> Iterator[Relay]:
    """A line to a server, with a new port: to a browser, a site it never saw."""
    made = Relay(profile, server)
    thread = threading.Thread(target=made.run)
    thread.start()
    made.wait()
    try:
        yield made
    finally:
        made.end()
        thread.join()
