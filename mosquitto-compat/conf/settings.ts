/**
 * Every setting of mosquitto.conf(5) as of 2.0, and what becomes of it here: the
 * one table behind the reader, the report and the page. A setting that is not
 * in it is a spelling mistake. What a setting does is not known here.
 */

/** `followed`: as in Mosquitto. `moot`: nothing to do here. `missing`: not to be had, so it stops the start. */
export type Fate = 'followed' | 'moot' | 'missing'

/**
 * Where it may stand and what it is about: the whole broker; who may connect and what they may do (of the whole broker, or
 * of one listener with per_listener_settings); one listener; one bridge.
 */
export type Scope = 'broker' | 'security' | 'listener' | 'bridge'

export type Kind = 'yes or no' | 'number' | 'text'

export interface SettingRow {
  readonly scope: Scope
  readonly kind: Kind
  readonly fate: Fate
  /** What it does here, or why it does nothing, or what is missing. */
  readonly about: string
  /** Of what is missing: the value at which nothing is. */
  readonly harmless?: string
  /** May be given several times. */
  readonly many?: true
}

type Rows = Readonly<Record<string, SettingRow>>

function rows (scope: Scope, fate: Fate, entries: Readonly<Record<string, readonly [kind: Kind, about: string, more?: { harmless?: string, many?: true }]>>): Rows {
  return Object.fromEntries(Object.entries(entries).map(([name, [kind, about, more]]) => [name, { scope, fate, kind, about, ...more }]))
}

const followed: Rows = {
  ...rows('security', 'followed', {
    allow_anonymous: ['yes or no', 'whether clients without a user name may connect; below the root they are nobody where others have accounts'],
    password_file: ['text', '$7$ and $6$ hashes; read again on SIGHUP'],
    acl_file: ['text', 'user, topic, pattern with %u and %c; read again on SIGHUP; below the root in addition to the rights there'],
    allow_zero_length_clientid: ['yes or no', 'whether an id is given to who brings none'],
    auto_id_prefix: ['text', 'how such ids begin']
  }),
  ...rows('listener', 'followed', {
    listener: ['text', 'port and address, or 0 and the path of a Unix socket', { many: true }],
    port: ['number', 'of the default listener'],
    bind_address: ['text', 'of the default listener'],
    socket_domain: ['text', 'ipv4 or ipv6 alone'],
    protocol: ['text', 'mqtt or websockets, on any path'],
    max_connections: ['number', 'of this listener; --max-connections is for all together'],
    use_username_as_clientid: ['yes or no', 'the user name is the client id'],
    certfile: ['text', 'with keyfile it makes a TLS listener; read again on SIGHUP'],
    keyfile: ['text', 'read again on SIGHUP'],
    cafile: ['text', 'who signs the certificates of clients; read again on SIGHUP'],
    capath: ['text', 'the same, a folder: what openssl rehash has named there, else what ends in .pem or .crt'],
    crlfile: ['text', 'certificates that count no more; read again on SIGHUP'],
    require_certificate: ['yes or no', 'of clients'],
    use_identity_as_username: ['yes or no', 'the CN of the certificate is the user name'],
    tls_version: ['text', 'the lowest: tlsv1.2 (default) or tlsv1.3'],
    ciphers: ['text', 'up to TLS 1.2'],
    'ciphers_tls1.3': ['text', 'of TLS 1.3'],
    dhparamfile: ['text', 'for ephemeral Diffie-Hellman']
  }),
  ...rows('broker', 'followed', {
    per_listener_settings: ['yes or no', 'accounts and access of each listener on their own'],
    include_dir: ['text', 'all of its files that end in .conf', { many: true }],
    clientid_prefixes: ['text', 'only client ids that begin so may connect'],
    max_packet_size: ['number', 'larger packets end the connection; payloads of commands are limited with it'],
    message_size_limit: ['number', 'larger payloads are acknowledged and dropped'],
    persistence: ['yes or no', 'true: on disk; false: in memory; --data, --memory and --redis go first'],
    retained_persistence: ['yes or no', 'the former name of persistence'],
    persistence_location: ['text', 'orchestra-data in this folder; mosquitto.db itself is not read'],
    sys_interval: ['number', 'seconds between two updates of $SYS/broker/…; 0: none']
  })
}

const moot: Rows = {
  ...rows('broker', 'moot', {
    persistence_file: ['text', 'what is kept is a folder'],
    autosave_interval: ['number', 'what is acknowledged is on disk already'],
    autosave_on_changes: ['yes or no', 'what is acknowledged is on disk already'],
    log_dest: ['text', 'logs go to stderr', { many: true }],
    log_type: ['text', 'see --log-level', { many: true }],
    log_facility: ['text', 'logs go to stderr'],
    log_timestamp: ['yes or no', 'every line of the log has its time'],
    log_timestamp_format: ['text', 'every line of the log has its time'],
    connection_messages: ['yes or no', 'see --log-level'],
    websockets_log_level: ['number', 'see --log-level'],
    websockets_headers_size: ['number', 'headers may be as large as Node.js takes them'],
    pid_file: ['text', 'whoever starts the server knows its process'],
    user: ['text', 'the server stays the user that starts it'],
    set_tcp_nodelay: ['yes or no', 'always so here'],
    allow_duplicate_messages: ['yes or no', 'a message comes once, however many filters match'],
    max_keepalive: ['number', 'of MQTT 5, which is not spoken here'],
    retry_interval: ['number', 'of no meaning in Mosquitto any more either']
  }),
  ...rows('listener', 'moot', { max_topic_alias: ['number', 'of MQTT 5, which is not spoken here'] })
}

const missing: Rows = {
  ...rows('broker', 'missing', {
    check_retain_source: ['yes or no', 'retained messages stay whatever becomes of their publisher', { harmless: 'false' }],
    max_inflight_bytes: ['number', 'what a client has not acknowledged has no limit', { harmless: '0' }],
    max_inflight_messages: ['number', 'what a client has not acknowledged has no limit', { harmless: '0' }],
    max_queued_messages: ['number', 'the queue of a client that is away has no limit', { harmless: '0' }],
    max_queued_bytes: ['number', 'the queue of a client that is away has no limit', { harmless: '0' }],
    memory_limit: ['number', 'limits of memory are for the service manager to set', { harmless: '0' }],
    persistent_client_expiration: ['text', 'sessions stay until their client ends them'],
    queue_qos0_messages: ['yes or no', 'QoS 0 is not queued', { harmless: 'false' }],
    retain_available: ['yes or no', 'retained messages can not be turned off', { harmless: 'true' }],
    upgrade_outgoing_qos: ['yes or no', 'QoS is never raised', { harmless: 'false' }]
  }),
  ...rows('security', 'missing', {
    plugin: ['text', 'Mosquitto\'s plugins are libraries in C', { many: true }],
    auth_plugin: ['text', 'Mosquitto\'s plugins are libraries in C', { many: true }],
    auth_plugin_deny_special_chars: ['yes or no', 'Mosquitto\'s plugins are libraries in C'],
    psk_file: ['text', 'TLS with pre-shared keys is not offered']
  }),
  ...rows('listener', 'missing', {
    bind_interface: ['text', 'listen on an address instead'],
    http_dir: ['text', 'no files are served'],
    max_qos: ['number', 'no QoS is refused', { harmless: '2' }],
    maximum_qos: ['number', 'no QoS is refused', { harmless: '2' }],
    mount_point: ['text', 'topics are the same for all'],
    psk_hint: ['text', 'TLS with pre-shared keys is not offered'],
    tls_engine: ['text', 'keys are read from files'],
    tls_engine_kpass_sha1: ['text', 'keys are read from files'],
    tls_keyform: ['text', 'keys are read from files', { harmless: 'pem' }],
    use_subject_as_username: ['yes or no', 'the CN can be: use_identity_as_username', { harmless: 'false' }]
  })
}

/** Of a `connection`. */
const bridges: Rows = {
  ...rows('bridge', 'followed', {
    connection: ['text', 'a bridge, and the name of its queue and of state/bridges/{name}: a letter or digit, then up to 63 of A-Z a-z 0-9 _ . : -', { many: true }],
    address: ['text', 'the next is tried where one is gone', { many: true }],
    addresses: ['text', 'the next is tried where one is gone', { many: true }],
    topic: ['text', 'QoS 2 crosses as 1; of several that fit the first counts; below the root nothing but from/ comes in', { many: true }],
    remote_clientid: ['text', 'else {host}.{connection}, as in Mosquitto'],
    clientid: ['text', 'the former name of remote_clientid'],
    remote_username: ['text', 'as whom'],
    username: ['text', 'the former name of remote_username'],
    remote_password: ['text', 'its password'],
    password: ['text', 'the former name of remote_password'],
    keepalive_interval: ['number', 'seconds'],
    notifications: ['yes or no', '1 or 0, retained, at both brokers; state/bridges/{name} tells of it anyway'],
    notifications_local_only: ['yes or no', 'only here'],
    notification_topic: ['text', 'else $SYS/broker/connection/{remote_clientid}/state'],
    bridge_outgoing_retain: ['yes or no', 'false: not with topics of direction both'],
    bridge_cafile: ['text', 'with it or bridge_capath TLS is spoken; read at the start'],
    bridge_capath: ['text', 'a folder: what openssl rehash has named there, else what ends in .pem or .crt'],
    bridge_certfile: ['text', 'read at the start'],
    bridge_keyfile: ['text', 'read at the start']
  }),
  ...rows('bridge', 'moot', {
    local_clientid: ['text', 'a bridge is no client of this broker: no account and no access list is asked'],
    local_username: ['text', 'a bridge is no client of this broker: no account and no access list is asked'],
    local_password: ['text', 'a bridge is no client of this broker: no account and no access list is asked'],
    try_private: ['yes or no', 'the other broker is always asked not to return what it was sent'],
    bridge_protocol_version: ['text', 'MQTT 5 where the other broker speaks it, else 3.1.1'],
    bridge_attempt_unsubscribe: ['yes or no', 'what comes on a topic that is no more in the file is dropped'],
    restart_timeout: ['text', 'it connects again after 0.1 s, then after longer and longer, 10 s at most'],
    round_robin: ['yes or no', 'it stays with an address for as long as that one is there, and then goes on to the next'],
    idle_timeout: ['number', 'of start_type lazy'],
    threshold: ['number', 'of start_type lazy']
  }),
  ...rows('bridge', 'missing', {
    start_type: ['text', 'a bridge is there from the start and always comes back', { harmless: 'automatic' }],
    cleansession: ['yes or no', 'what waits while the connection is lost is always kept', { harmless: 'false' }],
    local_cleansession: ['yes or no', 'what waits while the connection is lost is always kept', { harmless: 'false' }],
    bridge_max_packet_size: ['number', 'the other broker says how much it takes', { harmless: '0' }],
    bridge_bind_address: ['text', 'the system chooses the address that it comes from'],
    bridge_alpn: ['text', 'no protocol is named in TLS'],
    bridge_insecure: ['yes or no', 'the name in a certificate is always looked at', { harmless: 'false' }],
    bridge_require_ocsp: ['yes or no', 'certificates are not asked about', { harmless: 'false' }],
    bridge_tls_version: ['text', 'TLS 1.2 or 1.3, whichever the other broker has', { harmless: 'tlsv1.2' }],
    bridge_identity: ['text', 'TLS with pre-shared keys is not offered'],
    bridge_psk: ['text', 'TLS with pre-shared keys is not offered']
  })
}

export const settings: Rows = { ...followed, ...moot, ...missing, ...bridges }

/** `auth_opt_…` and `plugin_opt_…` have names of the plugin's choice. */
const pluginOption: SettingRow = { scope: 'security', kind: 'text', fate: 'missing', about: 'Mosquitto\'s plugins are libraries in C' }

export function settingOf (name: string): SettingRow | undefined {
  if (Object.hasOwn(settings, name)) return settings[name]
  return /^(auth|plugin)_opt_./.test(name) ? pluginOption : undefined
}
