/**
 * Attribute names of the OpenTelemetry semantic conventions, by group, without the group: exactly those of
 * `@opentelemetry/semantic-conventions` (a test holds this list to it).
 */
export const CONVENTIONS: Readonly<Record<string, string>> = {
  client: 'address as.number as.organization mac.address port prefix service.name service.namespace',
  code: 'column column.number file.path filepath function function.name line.number lineno namespace stacktrace',
  db: 'cassandra.consistency_level cassandra.coordinator.dc cassandra.coordinator.id cassandra.idempotence cassandra.page_size cassandra.speculative_execution_count cassandra.table client.connection.pool.name client.connection.state client.connections.pool.name client.connections.state collection.name connection_string cosmosdb.client_id cosmosdb.connection_mode cosmosdb.consistency_level cosmosdb.container cosmosdb.operation_type cosmosdb.regions_contacted cosmosdb.request_charge cosmosdb.request_content_length cosmosdb.status_code cosmosdb.sub_status_code elasticsearch.cluster.name elasticsearch.node.name instance.id jdbc.driver_classname mongodb.collection mssql.instance_name name namespace operation operation.batch.size operation.name query.summary query.text redis.database_index response.returned_rows response.status_code sql.table statement stored_procedure.name system system.name user',
  deployment: 'environment environment.name id name status',
  destination: 'address as.number as.organization mac.address port prefix',
  error: 'message type',
  exception: 'escaped message stacktrace type',
  feature_flag:
    'context.id error.message evaluation.error.message evaluation.reason key provider.name result.reason result.value result.variant set.id variant version',
  gen_ai:
    'agent.description agent.id agent.name agent.version completion conversation.id data_source.id embeddings.dimension.count evaluation.explanation evaluation.name evaluation.score.label evaluation.score.value input.messages openai.request.response_format openai.request.seed openai.request.service_tier openai.response.service_tier openai.response.system_fingerprint operation.name output.messages output.type prompt prompt.name provider.name request.choice.count request.encoding_formats request.frequency_penalty request.max_tokens request.model request.presence_penalty request.seed request.stop_sequences request.stream request.temperature request.top_k request.top_p response.finish_reasons response.id response.model response.time_to_first_chunk retrieval.documents retrieval.query.text system system_instructions token.type tool.call.arguments tool.call.id tool.call.result tool.definitions tool.description tool.name tool.type usage.cache_creation.input_tokens usage.cache_read.input_tokens usage.completion_tokens usage.input_tokens usage.output_tokens usage.prompt_tokens usage.reasoning.output_tokens workflow.name',
  graphql: 'document operation.name operation.type',
  host: 'arch cpu.cache.l2.size cpu.family cpu.model.id cpu.model.name cpu.stepping cpu.vendor.id id image.id image.name image.version ip mac name type',
  http: 'client_ip connection.state flavor host method request.body.content request.body.size request.method request.method_original request.resend_count request.size request_content_length request_content_length_uncompressed response.body.content response.body.size response.size response.status_code response_content_length response_content_length_uncompressed route scheme server_name status_code target url user_agent',
  messaging:
    'batch.message_count client.id consumer.group.name destination.anonymous destination.name destination.partition.id destination.subscription.name destination.template destination.temporary destination_publish.anonymous destination_publish.name eventhubs.consumer.group eventhubs.message.enqueued_time gcp_pubsub.message.ack_deadline gcp_pubsub.message.ack_id gcp_pubsub.message.delivery_attempt gcp_pubsub.message.ordering_key kafka.cluster.id kafka.consumer.group kafka.destination.partition kafka.message.key kafka.message.offset kafka.message.tombstone kafka.offset message.body.size message.conversation_id message.envelope.size message.id operation operation.name operation.type rabbitmq.destination.routing_key rabbitmq.message.delivery_tag rocketmq.client_group rocketmq.consumption_model rocketmq.message.delay_time_level rocketmq.message.delivery_timestamp rocketmq.message.group rocketmq.message.keys rocketmq.message.tag rocketmq.message.type rocketmq.namespace servicebus.destination.subscription_name servicebus.disposition_status servicebus.message.delivery_count servicebus.message.enqueued_time system system.name',
  network:
    'carrier.icc carrier.mcc carrier.mnc carrier.name connection.state connection.subtype connection.type interface.name io.direction local.address local.as.number local.as.organization local.mac.address local.port local.prefix peer.address peer.as.number peer.as.organization peer.mac.address peer.port peer.prefix protocol.name protocol.version transport type',
  os: 'build_id description name type version',
  otel: 'component.name component.type event.name library.name library.version scope.name scope.schema_url scope.version span.parent.origin span.sampling_result status_code status_description',
  peer: 'service',
  process:
    'args_count command command_args command_line context_switch.type cpu.state creation.time executable.build_id.gnu executable.build_id.go executable.build_id.htlhash executable.build_id.profiling executable.name executable.path exit.code exit.time group_leader.pid interactive linux.cgroup owner paging.fault_type parent_pid pid real_user.id real_user.name runtime.description runtime.name runtime.version saved_user.id saved_user.name session_leader.pid state title user.id user.name vpid working_directory',
  rpc: 'connect_rpc.error_code grpc.status_code jsonrpc.error_code jsonrpc.error_message jsonrpc.request_id jsonrpc.version message.compressed_size message.id message.type message.uncompressed_size method method_original response.status_code service status_code system system.name',
  server: 'address as.number as.organization mac.address port prefix service.name service.namespace',
  service:
    'criticality instance.cost_center.id instance.cost_center.name instance.id name namespace peer.name peer.namespace version',
  session: 'id previous_id',
  source: 'address as.number as.organization mac.address port prefix',
  telemetry: 'distro.name distro.version sdk.language sdk.name sdk.version',
  thread: 'id name',
  tls: 'cipher client.certificate client.certificate_chain client.hash.md5 client.hash.sha1 client.hash.sha256 client.issuer client.ja3 client.not_after client.not_before client.server_name client.subject client.supported_ciphers curve established next_protocol protocol.name protocol.version resumed server.certificate server.certificate_chain server.hash.md5 server.hash.sha1 server.hash.sha256 server.issuer server.ja3s server.not_after server.not_before server.subject',
  url: 'domain extension fragment full original path port query registered_domain scheme subdomain template top_level_domain',
  user: 'email full_name hash id name roles',
  user_agent: 'name original os.name os.version synthetic.type version',
};
