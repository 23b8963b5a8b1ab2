using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.ProductLog.Sending;

public static class SendingEndpoint
{
    public const string One = "application/cloudevents+json";
    public const string Batch = "application/cloudevents-batch+json";

    public static void MapSending(this IEndpointRouteBuilder api) =>
        api.MapPost("/product-log", Send).RequireAuthorization(Doors.ProductLog).WithName("sendEvents").WithSummary("What happened in a product: CloudEvents 1.0, one or a batch. At least once: what came already is only counted")
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).AddOpenApiOperationTransformer(SendingSchemaFeature.Describe);

    private static async Task<Results<Ok<EventsTaken>, ProblemHttpResult>> Send(HttpRequest request, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
        var isStructured = One.Equals(type, StringComparison.OrdinalIgnoreCase) || Batch.Equals(type, StringComparison.OrdinalIgnoreCase);
        if (!isStructured && !request.Headers.ContainsKey(BinaryMode.Prefix + "specversion"))
            return Problem.Of(415, "not-cloudevents", "Send CloudEvents 1.0.", $"Content-Type: {One}, or {Batch} with a list, or the attributes as ce- headers.");
        if (await BodyBytes.Read(request, Envelope.LargestBody, ct) is not { } body)
            return Envelope.TooLarge($"At most {Envelope.LargestBody} bytes.");
        if ((isStructured ? body : BinaryMode.Structured(Attributes(request), request.ContentType, body)) is not { } json)
            return Problem.MalformedBody("It says that it is JSON.");

        var envelope = Envelope.Read(json, Batch.Equals(type, StringComparison.OrdinalIgnoreCase));
        if (envelope.Problem is { } problem)
            return problem;
        return TypedResults.Ok(await writes.Write(db => db.Take(envelope.Events, clock.Now), ct));
    }

    private static IEnumerable<(string, string)> Attributes(HttpRequest request) =>
        request.Headers.Where(h => h.Key.StartsWith(BinaryMode.Prefix, StringComparison.OrdinalIgnoreCase)).Select(h => (h.Key[BinaryMode.Prefix.Length..].ToLowerInvariant(), h.Value.ToString()));
}
