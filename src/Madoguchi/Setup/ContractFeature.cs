using System.Net;
using System.Reflection;
using Madoguchi.Campaigns;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Madoguchi.Setup;

/// <summary>What <c>/openapi/v1.json</c> says beyond what the endpoints say themselves: who may call, which header makes a call once,
/// and every refusal that the doors, the body reader and the once-keys can give.</summary>
internal static class ContractFeature
{
    private const string Bearer = "bearer";
    private const string Refusal = "Problem";
    private static readonly string[] Tongues = ["ja", "en"];
    private static readonly Dictionary<string, (JsonSchemaType Type, string? Format, string Why)> Members = new()
    {
        ["type"] = (JsonSchemaType.String, "uri", "urn:madoguchi:problem:…; the last part is what a program switches on"),
        ["title"] = (JsonSchemaType.String, null, "What is wrong, in a sentence"),
        ["status"] = (JsonSchemaType.Integer, "int32", "The HTTP status"),
        ["detail"] = (JsonSchemaType.String, null, "What to do about it"),
        ["errors"] = (JsonSchemaType.Object, null, "With 422: by JSON pointer, what is wrong there"),
    };

    public static void AddContract(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Name(schema, context.JsonTypeInfo.Type));
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
    });

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new() { Title = "Madoguchi", Version = "v1", Description = "One window, one number, one story. Rules and examples: docs/api.md." };
        document.Servers = []; // the Host header is the caller's, not ours
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An agent's or administrator's key (mk_…), or a customer's token (mt_…), which opens one case.",
        });
        document.Components?.Schemas?.Remove("ProblemDetails");
        return Task.CompletedTask;
    }

    // An id is written by a converter, which tells nothing about itself.
    private static Task Name(OpenApiSchema schema, Type type)
    {
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsGenericType: true } id && id.GetGenericTypeDefinition() == typeof(Id<>))
            (schema.Type, schema.Format) = (JsonSchemaType.String | (type == id ? 0 : JsonSchemaType.Null), "uuid");
        if (type == typeof(Bilingual)) // so does what is said in two languages
        {
            schema.Type = JsonSchemaType.Object | JsonSchemaType.String;
            schema.Properties = Tongues.ToDictionary(l => l, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String });
        }

        if (type == typeof(CodesWish)) // a list, or how many
        {
            schema.Type = JsonSchemaType.Object | JsonSchemaType.Array;
            schema.Properties = new Dictionary<string, IOpenApiSchema> { ["generate"] = new OpenApiSchema { Type = JsonSchemaType.Integer } };
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var (document, metadata) = (context.Document!, context.Description.ActionDescriptor.EndpointMetadata); // set for every operation
        document.AddComponent<IOpenApiSchema>(Refusal, Problems());
        var path = context.Description.RelativePath ?? "";
        operation.Tags = new HashSet<OpenApiTagReference> { Tag(document, path.Split('/').ElementAtOrDefault(2) ?? "") };
        var policies = metadata.OfType<IAuthorizeData>().Select(a => a.Policy).ToList();
        var takes = metadata.OfType<MethodInfo>().SelectMany(m => m.GetParameters()).Select(p => p.ParameterType).ToList();
        var once = takes.Contains(typeof(IdempotencyKey));
        if (policies.Count > 0)
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        Parameters(operation, once);
        Contents(operation, metadata);
        var json = operation.RequestBody?.Content?.ContainsKey("application/json") == true;
        Refuses(operation, document, (policies.Count > 0, 401), (policies.Count > 0, 404), (policies.Contains(Doors.Administrator), 403),
            (json || once, 400), (json, 413), (json, 415), (json || once, 422), (true, 500), (true, 503));
        return Task.CompletedTask;
    }

    private static void Parameters(OpenApiOperation operation, bool once)
    {
        foreach (var id in operation.Parameters?.Where(p => p.In == ParameterLocation.Path && p.Name!.EndsWith("Id", StringComparison.Ordinal)) ?? []) // in a path: named
            (id.Schema as OpenApiSchema)?.Format = "uuid";
        if (once)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Idempotency-Key", In = ParameterLocation.Header, Description = "Made by the client: the same request again gets the first answer, and happens once.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = OnceKey.Longest },
            });
        }
    }

    // Files and streams have no schema of ours, but a media type; a form has a file in it.
    private static void Contents(OpenApiOperation operation, IList<object> metadata)
    {
        if (operation.RequestBody?.Content is { } body && body.ContainsKey("multipart/form-data"))
            body["multipart/form-data"] = new() { Schema = Form() };
        foreach (var answer in metadata.OfType<IProducesResponseTypeMetadata>().Where(m => m.Type is null or { Name: "Void" }))
        {
            if (operation.Responses?.GetValueOrDefault($"{answer.StatusCode}") is OpenApiResponse { Content: null or { Count: 0 } } bare)
                bare.Content = answer.ContentTypes.ToDictionary(t => t, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }
    }

    private static void Refuses(OpenApiOperation operation, OpenApiDocument document, params (bool Can, int Status)[] refusals)
    {
        var responses = operation.Responses ??= [];
        foreach (var (_, status) in refusals.Where(r => r.Can))
            responses.TryAdd($"{status}", new OpenApiResponse { Description = $"{(HttpStatusCode)status}" });
        foreach (var response in responses.Where(r => r.Key[0] is '4' or '5').Select(r => r.Value).OfType<OpenApiResponse>())
            response.Content = new Dictionary<string, OpenApiMediaType> { [Problem.ContentType] = new() { Schema = new OpenApiSchemaReference(Refusal, document) } };
    }

    private static OpenApiTagReference Tag(OpenApiDocument document, string name)
    {
        (document.Tags ??= new HashSet<OpenApiTag>()).Add(new OpenApiTag { Name = name });
        return new(name, document);
    }

    private static OpenApiSchema Form() => new()
    {
        Type = JsonSchemaType.Object, Required = new HashSet<string> { "file" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "One or several" },
            ["writtenAt"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        },
    };

    private static OpenApiSchema Problems() => new()
    {
        Type = JsonSchemaType.Object, Description = "RFC 9457", Required = new HashSet<string> { "type", "title", "status" },
        Properties = Members.ToDictionary(m => m.Key, m => (IOpenApiSchema)new OpenApiSchema { Type = m.Value.Type, Format = m.Value.Format, Description = m.Value.Why }),
    };
}
