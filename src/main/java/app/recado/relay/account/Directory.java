package app.recado.relay.account;

import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Optional;

/** People, for the relay's other rooms, within their transactions. */
public interface Directory {

  Optional<Person> find(Tx tx, UserId id);

  /** The person behind a live token; there always is one. */
  Person get(Tx tx, UserId id);

  /** Everybody who may still sign in. */
  List<Person> active(Tx tx);

  Optional<UserId> idOf(Tx tx, String email);

  /** Counts an open dialog more or less for its owner. */
  void countOpen(Write write, UserId owner, int difference);

  /** Brings a person's scopes in line with level and queues, and logs what changed. */
  void adjustScopes(Write write, Person person);
}
