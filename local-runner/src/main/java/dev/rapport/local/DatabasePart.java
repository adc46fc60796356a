package dev.rapport.local;

import java.nio.file.Path;

import dev.rapport.parts.DatabaseProcess;

/** PostgreSQL. */
record DatabasePart(HouseFolder folder, Ports ports) implements Part {

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Path log() {
        return folder.log(name());
    }

    @Override
    public Running start() {
        var database = DatabaseProcess.start(folder.postgres(), folder.postgresBinaries(), log(), ports.database(),
                true);
        var postmaster = ProcessHandle.of(database.pid())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL ended while starting"));
        return new Running() {

            @Override
            public ProcessHandle process() {
                return postmaster;
            }

            @Override
            public void stop() {
                database.close();
            }
        };
    }
}
