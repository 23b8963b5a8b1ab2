using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Primitives;

namespace Madoguchi.Tests.Rig;

/// <summary>Compiling the endpoints is most of a start, and they know nothing of the app that they run in (no route hangs on a setting): all apps of an engine share those of the first.</summary>
public static class SharedEndpoints
{
    private static readonly ConcurrentDictionary<On, Lazy<IReadOnlyList<Endpoint>>> Made = [];

    public static void Add(IServiceCollection services, On on)
    {
        var shared = new Source();
        services.Replace(ServiceDescriptor.Singleton<EndpointDataSource>(shared));
        services.AddSingleton<IStartupFilter>(new Filter(on, shared));
    }

    private sealed class Filter(On on, Source shared) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            var own = ((IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!).DataSources; // the app has routes
            var made = own.ToList();
            shared.Made = Made.GetOrAdd(on, _ => new(() => [.. made.SelectMany(m => m.Endpoints)]));
            own.Clear();
            own.Add(shared);
        };
    }

    private sealed class Source : EndpointDataSource
    {
        public Lazy<IReadOnlyList<Endpoint>>? Made { get; set; }

        public override IReadOnlyList<Endpoint> Endpoints => Made?.Value ?? throw new InvalidOperationException("The app is not built yet.");

        public override IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);
    }
}
