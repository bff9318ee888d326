package org.smssev.jobs.measure.cluster;

/** Picks families by a hash of their id: the same ones whatever the blocks. */
final class StableSample {
    private StableSample() {}

    /** Marks about {@code wanted} of {@code families} families of a block; all if there are no more. */
    static boolean[] mark(String[] ids, long wanted, long families) {
        boolean[] marked = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            marked[i] = wanted >= families || position(ids[i]) * families < wanted;
        }
        return marked;
    }

    /** A place of an id in [0, 1): FNV-1a of its characters, then mixed. */
    static double position(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return (hash >>> 11) * 0x1.0p-53;
    }
}
