package app.recado.relay.store;

/**
 * The only way to change anything. {@link #write} returns once the work is committed and on disk;
 * if the work throws, nothing of it was done and the exception reaches the caller. Works of one
 * node, and on PostgreSQL of all nodes, happen one after the other.
 */
public interface Writer extends AutoCloseable {

  <T> T write(Work<T> work);

  /** Lets what was accepted finish, then accepts no more. */
  @Override
  void close();

  /**
   * What is done in one transaction. It may run on another thread, must not block, and must have no
   * effect but on the database, for it is run again when another work of its group fails.
   */
  @FunctionalInterface
  interface Work<T> {
    T apply(Write write);
  }
}
