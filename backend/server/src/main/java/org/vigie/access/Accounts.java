package org.vigie.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the jurisdiction that is open. */
@Repository
public class Accounts {

    static final PasswordEncoder PASSWORDS = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String email) {
        return jdbc.sql("select * from access.account where email = :email")
                .param("email", fold(email))
                .query(Accounts::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID accountId) {
        return jdbc.sql("select * from access.account where account_id = :id")
                .param("id", accountId)
                .query(Accounts::read)
                .optional();
    }

    /** Display names by account, for histories. */
    @Transactional(readOnly = true)
    public Optional<String> findName(UUID accountId) {
        return jdbc.sql("select display_name from access.account where account_id = :id")
                .param("id", accountId)
                .query((row, n) -> row.getString("display_name"))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<UUID> list(Role role) {
        return jdbc.sql("select account_id from access.account where role = :role and active order by account_id")
                .param("role", role.name())
                .query((row, n) -> row.getObject("account_id", UUID.class))
                .list();
    }

    /** Adds an account that signs in with a password, or with none when the password is empty. */
    @Transactional
    public UUID add(String email, String name, Role role, Optional<String> passwordHash) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into access.account (jurisdiction_id, account_id, email, display_name, role, password_hash)
                        values (access.current_jurisdiction(), :id, :email, :name, :role, :hash)
                        """)
                .param("id", id)
                .param("email", fold(email))
                .param("name", name)
                .param("role", role.name())
                .param("hash", passwordHash.orElse(null))
                .update();
        return id;
    }

    /** Takes tens of milliseconds and 16 MiB, on purpose. */
    public static String hash(String password) {
        return java.util.Objects.requireNonNull(PASSWORDS.encode(password));
    }

    private static Account read(ResultSet row, int rowNumber) throws SQLException {
        return new Account(
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("password_hash")),
                row.getBoolean("active"));
    }

    static String fold(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
