-- Why: the same pothole in front of a school is another one. How urgent a request is follows from category, danger and what is near,
-- by a table that a town writes, and the answer can be explained.

-- What makes a place another one: a school, a hospital, a main road; found in the layers that are there.
create table request.place_class (
    jurisdiction_id uuid not null references territory.jurisdiction,
    place_class_id uuid not null,
    code text not null,
    name text not null,
    source text not null check (source in ('ASSET', 'STREET', 'LANDMARK')),
    -- Kinds of assets, classes of streets, classes or names of landmarks.
    kinds text[] not null check (cardinality(kinds) > 0),
    -- To a point, to the middle of a street, to the walls of a landmark.
    within_metres double precision not null check (within_metres > 0 and within_metres <= 1000),
    primary key (jurisdiction_id, place_class_id),
    unique (jurisdiction_id, code)
);
call access.protect('request.place_class');

-- Null stands for all.
create table request.priority_rule (
    jurisdiction_id uuid not null references territory.jurisdiction,
    priority_rule_id uuid not null,
    code text not null,
    domain_id uuid,
    category_id uuid,
    danger text check (danger in ('NONE', 'POSSIBLE', 'IMMEDIATE')),
    place_class_id uuid,
    priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    primary key (jurisdiction_id, priority_rule_id),
    unique (jurisdiction_id, code),
    check (num_nonnulls(domain_id, category_id) <= 1),
    foreign key (jurisdiction_id, domain_id) references catalogue.domain,
    foreign key (jurisdiction_id, category_id) references catalogue.category,
    foreign key (jurisdiction_id, place_class_id) references request.place_class
);
call access.protect('request.priority_rule');

call access.touches('request.place_class', 'priority');
call access.touches('request.priority_rule', 'priority');
call access.touches('territory.asset', 'priority');
call access.touches('territory.basemap_feature', 'priority');
