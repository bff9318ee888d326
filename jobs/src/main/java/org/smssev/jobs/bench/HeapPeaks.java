package org.smssev.jobs.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Greatest use of this JVM's memory, in MiB; that of the heap since it was last asked to begin anew. */
final class HeapPeaks implements AutoCloseable {
    private static final long MIB = 1 << 20;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP)
            .toList();
    private final AtomicLong live = new AtomicLong();
    private final NotificationListener listener = (notification, unused) -> {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getMemoryUsageAfterGc();
            long used = pools.stream()
                    .map(p -> after.get(p.getName()))
                    .filter(u -> u != null)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            live.accumulateAndGet(used, Math::max);
        }
    };

    HeapPeaks() {
        emitters().forEach(e -> e.addNotificationListener(listener, null, null));
    }

    private static List<NotificationEmitter> emitters() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter((GarbageCollectorMXBean b) -> b instanceof NotificationEmitter)
                .map(NotificationEmitter.class::cast)
                .toList();
    }

    /** Begins anew. */
    void reset() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        live.set(0);
    }

    /** Greatest use of the heap, garbage included: an upper bound, as the parts of a heap do not peak together. */
    long used() {
        return pools.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MIB;
    }

    /** Greatest use of the heap just after a collection, 0 where there was none: what the work really held, and some. */
    long live() {
        return live.get() / MIB;
    }

    /** Greatest memory of the process since it started, as the operating system counts it; absent where it does not tell. */
    static OptionalLong resident() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot read " + status, e);
        }
    }

    @Override
    public void close() {
        emitters().forEach(e -> {
            try {
                e.removeNotificationListener(listener);
            } catch (javax.management.ListenerNotFoundException gone) {
                throw new IllegalStateException("The listener was added by the constructor", gone);
            }
        });
    }
}
