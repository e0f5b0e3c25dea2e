-- The data protection keys, in the order in which they were added.
CREATE TABLE kayse_protection_key (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xml text NOT NULL
);

CREATE TABLE kayse_file (
    key text COLLATE "C" PRIMARY KEY,
    content bytea NOT NULL
);

-- Photos are compressed already.
ALTER TABLE kayse_file ALTER COLUMN content SET STORAGE EXTERNAL;
