namespace Kayse.Silo.Telemetry;

/// <summary>How OTLP travels.</summary>
public enum OtlpProtocol
{
    /// <summary>Over gRPC; collectors listen on port 4317.</summary>
    Grpc = 0,

    /// <summary>As Protobuf over HTTP; collectors listen on port 4318.</summary>
    Http = 1,
}
