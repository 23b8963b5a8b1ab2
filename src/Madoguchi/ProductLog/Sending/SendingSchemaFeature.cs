using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Madoguchi.ProductLog.Sending;

/// <summary>What <c>/openapi/v1.json</c> says about a body whose shape another specification has written.</summary>
internal static class SendingSchemaFeature
{
    private static readonly (string Name, bool Needed, string Why)[] Texts =
    [
        ("specversion", true, "1.0"), ("id", true, "With source it makes the event one"), ("source", true, "Which product, as a URI or a part of one"), ("type", true, "What happened"),
        ("subject", false, "By which the customer is known"), ("time", false, "RFC 3339; otherwise the time of receipt"), ("datacontenttype", false, "Of data_base64"), ("dataschema", false, "A URI"), ("data_base64", false, "Data that is no JSON"),
    ];

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true, Description = "Or in binary mode: the attributes as ce- headers, the data as body.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [SendingEndpoint.One] = new() { Schema = Event() },
                [SendingEndpoint.Batch] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = Envelope.MostEvents, Items = Event() } },
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Event() => new()
    {
        Type = JsonSchemaType.Object, Description = "CloudEvents 1.0; every other member is an extension", Required = Texts.Where(t => t.Needed).Select(t => t.Name).ToHashSet(),
        Properties = Texts.ToDictionary(t => t.Name, t => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, Description = t.Why }).Append(new("data", new OpenApiSchema { Description = "Any JSON" })).ToDictionary(),
    };
}
