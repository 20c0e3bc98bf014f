package org.acme.importer;

/** Shows how far the import has come. */
interface Progress extends AutoCloseable {

    /** Called for each line that is done, by one thread or another. */
    void show();

    @Override
    void close();
}
