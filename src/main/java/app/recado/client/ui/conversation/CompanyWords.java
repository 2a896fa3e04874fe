package app.recado.client.ui.conversation;

import app.recado.client.state.Companion;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.Signal.Doing;
import app.recado.protocol.UserId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who else is in the dialog at this moment, in one line: what matters most to who answers. */
final class CompanyWords {
  enum Tone {
    /** A colleague is about to answer as well. */
    COLLISION,
    CUSTOMER,
    BYSTANDERS
  }

  /**
   * @param text empty when one is alone
   */
  record Line(String text, Tone tone) {
    static final Line NONE = new Line("", Tone.BYSTANDERS);
  }

  private final Texts texts;
  private final Names names;

  CompanyWords(Texts texts, Names names) {
    this.texts = texts;
    this.names = names;
  }

  Line of(List<Companion> company, String customer) {
    String answering = colleagues(company, Doing.TYPING);
    if (!answering.isEmpty()) {
      return new Line(texts.get("company.answering", answering), Tone.COLLISION);
    }
    if (company.stream().anyMatch(one -> one.author().kind() == AuthorKind.CUSTOMER)) {
      return new Line(texts.get("company.customer", Names.first(customer)), Tone.CUSTOMER);
    }
    String whispering = colleagues(company, Doing.WHISPERING);
    if (!whispering.isEmpty()) {
      return new Line(texts.get("company.whispering", whispering), Tone.BYSTANDERS);
    }
    String viewing = colleagues(company, Doing.VIEWING);
    return viewing.isEmpty()
        ? Line.NONE
        : new Line(texts.get("company.viewing", viewing), Tone.BYSTANDERS);
  }

  private String colleagues(List<Companion> company, Doing doing) {
    return company.stream()
        .filter(one -> one.doing() == doing && one.author().kind() == AuthorKind.AGENT)
        .map(one -> Names.first(names.of(new UserId(Objects.requireNonNull(one.author().id())))))
        .collect(Collectors.joining(texts.get("name.separator")));
  }
}
