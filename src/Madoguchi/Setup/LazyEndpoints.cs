using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // nearer to every room than the framework's own of the same names
namespace Madoguchi;
#pragma warning restore IDE0130

/// <summary>The framework's <c>MapGet</c> and its likes, except that what reads the request and writes the answer is compiled when an endpoint is first called, not when the server starts:
/// with some 600 of them that is half of the time until it is ready. What an endpoint says of itself (its parameters, its answers) is known from the start, as ever.</summary>
public static class LazyEndpoints
{
    private static readonly string[] Bodiless = ["GET", "HEAD", "DELETE"];

    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.MapMethods(pattern, ["GET"], handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.MapMethods(pattern, ["POST"], handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.MapMethods(pattern, ["PUT"], handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.MapMethods(pattern, ["PATCH"], handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => endpoints.MapMethods(pattern, ["DELETE"], handler);

    public static RouteHandlerBuilder MapMethods(this IEndpointRouteBuilder endpoints, string pattern, string[] methods, Delegate handler)
    {
        var conventions = new Conventions(handler, isBodiless: methods.All(Bodiless.Contains));
        var mapped = EndpointRouteBuilderExtensions.MapMethods(endpoints, pattern, methods, conventions.Unset);
        mapped.Add(conventions.Apply);
        mapped.Finally(conventions.Finish);
        return new RouteHandlerBuilder([conventions]);
    }

    private sealed class Conventions(Delegate handler, bool isBodiless) : IEndpointConventionBuilder
    {
        private readonly List<Action<EndpointBuilder>> added = [];
        private readonly List<Action<EndpointBuilder>> last = [];

        public RequestDelegate Unset { get; } = _ => throw new InvalidOperationException("The endpoint has not been built.");

        public void Add(Action<EndpointBuilder> convention) => added.Add(convention);

        public void Finally(Action<EndpointBuilder> finallyConvention) => last.Add(finallyConvention);

        public void Apply(EndpointBuilder endpoint)
        {
            var options = new RequestDelegateFactoryOptions
            {
                ServiceProvider = endpoint.ApplicationServices,
                RouteParameterNames = [.. ((RouteEndpointBuilder)endpoint).RoutePattern.Parameters.Select(p => p.Name)],
                ThrowOnBadRequest = endpoint.ApplicationServices.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
                DisableInferBodyFromParameters = isBodiless,
                EndpointBuilder = endpoint,
            };
            var inferred = Infer(endpoint, options);
            foreach (var convention in added)
                convention(endpoint);

            // The framework would compile at once for a filter: they wait for the first call with the rest.
            Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>[] filters = [.. endpoint.FilterFactories];
            endpoint.FilterFactories.Clear();
            var compiled = new Lazy<RequestDelegate>(() =>
            {
                foreach (var filter in filters)
                    endpoint.FilterFactories.Add(filter);
                return RequestDelegateFactory.Create(handler, options, inferred).RequestDelegate;
            });
            endpoint.RequestDelegate = http => compiled.Value(http);
        }

        public void Finish(EndpointBuilder endpoint)
        {
            foreach (var convention in last)
                convention(endpoint);
        }

        // What is read off the handler comes before what the groups say, as if the framework had read it.
        private RequestDelegateMetadataResult Infer(EndpointBuilder endpoint, RequestDelegateFactoryOptions options)
        {
            object[] said = [.. endpoint.Metadata];
            endpoint.Metadata.Clear();
            endpoint.Metadata.Add(handler.Method);
            var inferred = RequestDelegateFactory.InferMetadata(handler.Method, options);
            foreach (var one in said)
                endpoint.Metadata.Add(one);
            return inferred;
        }
    }
}
