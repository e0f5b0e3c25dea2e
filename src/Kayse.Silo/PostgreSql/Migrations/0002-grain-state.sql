-- Orleans passes hashes and numbers of keys too. The text of the whole grain id, which PostgreSqlGrainStorage passes, is all that is needed.
CREATE TABLE kayse_grain_state (
    service_id text COLLATE "C" NOT NULL,
    grain_id text COLLATE "C" NOT NULL,
    state_name text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (service_id, grain_id, state_name)
);

-- JSON of this size compresses fast and well; it is read far more often than it is searched.
ALTER TABLE kayse_grain_state ALTER COLUMN payload SET STORAGE MAIN;

INSERT INTO orleansquery VALUES
('ReadFromStorageKey', $query$
SELECT payload AS PayloadBinary, version AS Version
FROM kayse_grain_state
WHERE service_id = @ServiceId AND grain_id = @GrainIdExtensionString AND state_name = @GrainTypeString
$query$),

-- Returns nothing when the version isn't the stored one. Versions start anywhere, so that one of a deleted state is never that of its successor.
('WriteToStorageKey', $query$
WITH changed AS (
    UPDATE kayse_grain_state SET payload = @PayloadBinary, version = version + 1
    WHERE service_id = @ServiceId AND grain_id = @GrainIdExtensionString AND state_name = @GrainTypeString
        AND version = @GrainStateVersion
    RETURNING version
),
created AS (
    INSERT INTO kayse_grain_state (service_id, grain_id, state_name, version, payload)
    SELECT @ServiceId, @GrainIdExtensionString, @GrainTypeString, 1 + floor(random() * 1000000000)::integer, @PayloadBinary
    WHERE @GrainStateVersion IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version
)
SELECT version AS NewGrainStateVersion FROM changed
UNION ALL
SELECT version FROM created
$query$),

('DeleteStorageKey', $query$
DELETE FROM kayse_grain_state
WHERE service_id = @ServiceId AND grain_id = @GrainIdExtensionString AND state_name = @GrainTypeString
    AND version = @GrainStateVersion
RETURNING version + 1
$query$),

-- Orleans looks for it, and doesn't use it: clearing deletes.
('ClearStorageKey', $query$
DELETE FROM kayse_grain_state
WHERE service_id = @ServiceId AND grain_id = @GrainIdExtensionString AND state_name = @GrainTypeString
    AND version = @GrainStateVersion
RETURNING version + 1
$query$);
