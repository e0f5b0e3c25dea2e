CREATE TABLE kayse_reminder (
    service_id text COLLATE "C" NOT NULL,
    grain_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    grain_hash integer NOT NULL,
    start_at timestamptz NOT NULL,
    period_ms bigint NOT NULL CHECK (period_ms > 0),
    version integer NOT NULL,
    PRIMARY KEY (service_id, grain_id, name)
);

CREATE INDEX kayse_reminder_start ON kayse_reminder (service_id, start_at);

-- Whether a reminder is due from 5 minutes ago to 15 minutes ahead. A silo loads those that are due within 10 minutes and reads again every 5.
-- The other 5 on either side are for clocks: a silo drops a reminder that isn't returned, so one must come back until every silo has fired it.
CREATE FUNCTION kayse_is_due_soon(start_at timestamptz, period_ms bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN start_at <= now() + interval '15 minutes' AND (
    start_at >= now() - interval '5 minutes'
    OR period_ms <= 1200000
    OR mod((extract(epoch FROM now() - interval '5 minutes' - start_at) * 1000)::bigint, period_ms) >= period_ms - 1200000);

INSERT INTO orleansquery VALUES
('ReadReminderRowKey', $query$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period_ms AS Period, version AS Version
FROM kayse_reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId AND name = @ReminderName
$query$),

('ReadReminderRowsKey', $query$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period_ms AS Period, version AS Version
FROM kayse_reminder
WHERE service_id = @ServiceId AND grain_id = @GrainId
$query$),

-- The first condition on start_at is in kayse_is_due_soon too; here it is what the index is used for.
('ReadRangeRows1Key', $query$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period_ms AS Period, version AS Version
FROM kayse_reminder
WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
    AND start_at <= now() + interval '15 minutes' AND kayse_is_due_soon(start_at, period_ms)
$query$),

('ReadRangeRows2Key', $query$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period_ms AS Period, version AS Version
FROM kayse_reminder
WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
    AND start_at <= now() + interval '15 minutes' AND kayse_is_due_soon(start_at, period_ms)
$query$),

('UpsertReminderRowKey', $query$
INSERT INTO kayse_reminder AS reminder (service_id, grain_id, name, grain_hash, start_at, period_ms, version)
VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 1 + floor(random() * 1000000000)::integer)
ON CONFLICT (service_id, grain_id, name) DO UPDATE
SET grain_hash = excluded.grain_hash, start_at = excluded.start_at, period_ms = excluded.period_ms,
    version = reminder.version + 1
RETURNING version AS Version
$query$),

('DeleteReminderRowKey', $query$
WITH removed AS (
    DELETE FROM kayse_reminder
    WHERE service_id = @ServiceId AND grain_id = @GrainId AND name = @ReminderName AND version = @Version
    RETURNING 1
)
SELECT EXISTS (SELECT FROM removed)
$query$),

('DeleteReminderRowsKey', $query$
DELETE FROM kayse_reminder WHERE service_id = @ServiceId
$query$);
