package org.vigie.access;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys of other systems: made for a new holder, replaced, ended; each change is noted, and each key told once, in the answer to what made it. */
public final class KeyIssuing {

    /** Who has a key of one kind. */
    public interface Holders {
        boolean isKnown(UUID id);

        void issue(UUID id, ApiKey key);

        void revoke(UUID id);
    }

    /** @param seen the revision that whoever changes one has read */
    public record Note(int seen, String reason) {}

    private final String kind;
    private final Holders holders;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    /** @param kind such as {@code data-key}, as changes and problems name it */
    public KeyIssuing(String kind, Holders holders, SettingChanges changes, TransactionTemplate transaction) {
        this.kind = kind;
        this.holders = holders;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * @param add a new holder, with its key
     * @param change a holder that is there
     * @return the key of a new holder
     */
    public Optional<ApiKey> save(UUID id, Note note, Consumer<ApiKey> add, Runnable change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            note(id, note);
            if (holders.isKnown(id)) {
                change.run();
                return Optional.empty();
            }
            ApiKey key = ApiKey.make();
            add.accept(key);
            return Optional.of(key);
        }));
    }

    /** Another key instead of the one that it has, which holds no more. */
    public ApiKey issue(UUID id, Note note) {
        ApiKey key = ApiKey.make();
        ofKnown(id, note, () -> holders.issue(id, key));
        return key;
    }

    public void revoke(UUID id, Note note) {
        ofKnown(id, note, () -> holders.revoke(id));
    }

    private void ofKnown(UUID id, Note note, Runnable change) {
        transaction.executeWithoutResult(status -> {
            if (!holders.isKnown(id)) {
                throw Refusal.notFound(kind);
            }
            note(id, note);
            change.run();
        });
    }

    private void note(UUID id, Note note) {
        changes.note(kind + "/" + id, note.seen(), note.reason());
    }

    /** The latest changes of all, by holder. */
    public Map<String, SettingChange> latest() {
        return changes.list(kind + "/");
    }

    public Optional<SettingChange> latest(UUID id) {
        return changes.find(kind + "/" + id);
    }
}
