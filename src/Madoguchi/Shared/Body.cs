using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Madoguchi.Shared;

/// <summary>A body that knows its own rules, beyond its shape.</summary>
public interface IChecked
{
    /// <summary>What is wrong: JSON pointer and reason.</summary>
    IEnumerable<(string Pointer, string Why)> Errors();
}

/// <summary>A JSON body, read strictly: 415 type, 413 size, 400 not UTF-8 or not JSON, 422 wrong (with JSON pointers).
/// Either <see cref="Problem"/> or <see cref="Value"/>; <see cref="Refusals.WithRefusals"/> answers the problem before the endpoint runs.</summary>
public sealed class Body<T> : IRefusable, IEndpointParameterMetadataProvider
{
    /// <summary>The largest JSON body, in bytes. Files have a limit of their own.</summary>
    public const int Limit = 256 * 1024;

    private T? value;

    /// <summary>SHA-256 of the bytes: the same request again has the same.</summary>
    public byte[] Hash { get; private init; } = [];

    public ProblemHttpResult? Problem { get; private init; }

    public T Value => value ?? throw new InvalidOperationException("Read before the refusal was answered.");

    public static async ValueTask<Body<T>> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (!http.Request.HasJsonContentType())
            return new() { Problem = Shared.Problem.Of(415, "not-json", "Send JSON.", "Content-Type: application/json") };
        if (await BodyBytes.Read(http.Request, Limit, http.RequestAborted) is not { } bytes)
            return new() { Problem = Shared.Problem.Of(413, "too-large", "The body is too large.", $"At most {Limit} bytes.") };
        if (JsonRules.Check(bytes) is { } problem)
            return new() { Problem = problem };
        try
        {
            var value = JsonSerializer.Deserialize<T>(bytes, Json.Options);
            if (value is null)
                return new() { Problem = Shared.Problem.Invalid("", "An object is needed.") };
            var errors = (value as IChecked)?.Errors().GroupBy(e => e.Pointer, e => e.Why).ToDictionary(e => e.Key, e => e.ToArray());
            return errors is { Count: > 0 } ? new() { Problem = Shared.Problem.Invalid(errors) } : new() { value = value, Hash = SHA256.HashData(bytes) };
        }
        catch (JsonException wrong)
        {
            return new() { Problem = JsonRules.Explain(wrong) };
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

/// <summary>A JSON body that may be left out altogether; sent, it is read as strictly as any.</summary>
public sealed class OptionalBody<T> : IRefusable, IEndpointParameterMetadataProvider
    where T : class
{
    public T? Value { get; private init; }

    public byte[] Hash { get; private init; } = [];

    public ProblemHttpResult? Problem { get; private init; }

    public static async ValueTask<OptionalBody<T>> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (http.Request.ContentLength is 0 || http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return new();
        var body = await Body<T>.BindAsync(http, parameter);
        return body.Problem is { } problem ? new() { Problem = problem } : new() { Value = body.Value, Hash = body.Hash };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));
}

/// <summary>A body in one piece, of a size that somebody has thought about.</summary>
public static class BodyBytes
{
    /// <summary>Null: it is larger than that.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit)
        {
            // The rest is read and thrown away for a few seconds, so that the sender hears the answer: cut off in mid-sentence, nobody does.
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
                server.MaxRequestBodySize = null;
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            if (read.Buffer.Length > limit || read.IsCompleted)
            {
                var bytes = read.Buffer.Length > limit ? null : read.Buffer.ToArray();
                // Without this the connection breaks at its next request.
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}

/// <summary>A parameter that may turn out to be a refusal.</summary>
public interface IRefusable
{
    ProblemHttpResult? Problem { get; }
}

public static class Refusals
{
    public static TBuilder WithRefusals<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder =>
        group.AddEndpointFilter(async (context, next) =>
            context.Arguments.OfType<IRefusable>().FirstOrDefault(a => a.Problem is not null) is { } refused ? refused.Problem : await next(context));
}
