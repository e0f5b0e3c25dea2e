-- The statements that Orleans' providers look up by their keys. What a statement is given and has to return is fixed by Orleans; the tables are ours.
CREATE TABLE orleansquery (
    querykey text COLLATE "C" PRIMARY KEY,
    querytext text NOT NULL
);

-- One row for each cluster: every change of its members raises the version, so that of two concurrent changes one fails.
CREATE TABLE kayse_membership_version (
    cluster_id text COLLATE "C" PRIMARY KEY,
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE kayse_member (
    cluster_id text COLLATE "C" NOT NULL REFERENCES kayse_membership_version,
    address text COLLATE "C" NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    proxy_port integer NOT NULL,
    suspect_times text,
    start_time timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    PRIMARY KEY (cluster_id, address, port, generation)
);

INSERT INTO orleansquery VALUES
('InsertMembershipVersionKey', $query$
WITH created AS (
    INSERT INTO kayse_membership_version (cluster_id) VALUES (@DeploymentId)
    ON CONFLICT DO NOTHING
    RETURNING 1
)
SELECT EXISTS (SELECT FROM created)
$query$),

('InsertMembershipKey', $query$
WITH raised AS (
    UPDATE kayse_membership_version SET version = version + 1
    WHERE cluster_id = @DeploymentId AND version = @Version AND NOT EXISTS (
        SELECT FROM kayse_member
        WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING cluster_id
),
joined AS (
    INSERT INTO kayse_member (
        cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_at)
    SELECT cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM raised
    RETURNING 1
)
SELECT EXISTS (SELECT FROM joined)
$query$),

('UpdateMembershipKey', $query$
WITH raised AS (
    UPDATE kayse_membership_version SET version = version + 1
    WHERE cluster_id = @DeploymentId AND version = @Version AND EXISTS (
        SELECT FROM kayse_member
        WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING cluster_id
),
changed AS (
    UPDATE kayse_member member
    SET status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
    FROM raised
    WHERE member.cluster_id = raised.cluster_id
        AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
    RETURNING 1
)
SELECT EXISTS (SELECT FROM changed)
$query$),

('UpdateIAmAlivetimeKey', $query$
UPDATE kayse_member SET alive_at = @IAmAliveTime
WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$query$),

-- The version comes back also when there is no such member.
('MembershipReadRowKey', $query$
SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName,
    member.host_name AS HostName, member.status AS Status, member.proxy_port AS ProxyPort,
    member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.alive_at AS IAmAliveTime,
    cluster.version AS Version
FROM kayse_membership_version cluster
LEFT JOIN kayse_member member
    ON member.cluster_id = cluster.cluster_id
    AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
WHERE cluster.cluster_id = @DeploymentId
$query$),

('MembershipReadAllKey', $query$
SELECT
    member.address AS Address, member.port AS Port, member.generation AS Generation, member.silo_name AS SiloName,
    member.host_name AS HostName, member.status AS Status, member.proxy_port AS ProxyPort,
    member.suspect_times AS SuspectTimes, member.start_time AS StartTime, member.alive_at AS IAmAliveTime,
    cluster.version AS Version
FROM kayse_membership_version cluster
LEFT JOIN kayse_member member ON member.cluster_id = cluster.cluster_id
WHERE cluster.cluster_id = @DeploymentId
$query$),

('GatewaysQueryKey', $query$
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM kayse_member
WHERE cluster_id = @DeploymentId AND status = @Status AND proxy_port > 0
$query$),

-- 6 is SiloStatus.Dead.
('CleanupDefunctSiloEntriesKey', $query$
DELETE FROM kayse_member
WHERE cluster_id = @DeploymentId AND status = 6 AND alive_at < @IAmAliveTime
$query$),

('DeleteMembershipTableEntriesKey', $query$
DELETE FROM kayse_member WHERE cluster_id = @DeploymentId;
DELETE FROM kayse_membership_version WHERE cluster_id = @DeploymentId
$query$);
