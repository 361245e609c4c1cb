package org.vigie.access;

/** What an account may do. One role an account; the table of rights is {@code web.AccessRules}. */
public enum Role {
    CITIZEN,
    FRONT_OFFICE,
    DISPATCHER,
    TEAM_MEMBER,
    PATROLLER,
    REFERENT,
    HEAD,
    SIGNATORY,
    ELECTED_OFFICIAL,
    ADMINISTRATOR
}
