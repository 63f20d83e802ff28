package org.dabyl.store;

import java.nio.file.Path;

/** A program with an embedded Redis that waits to be killed. */
final class EmbeddedRedisProgram {

    private EmbeddedRedisProgram() {}

    static void main(String[] folder) throws Exception {
        RedisConf conf = EmbeddedRedis.open(Path.of(folder[0])).conf();
        System.out.println(conf.port());
        Thread.currentThread().join();
    }
}
