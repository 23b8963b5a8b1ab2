using Madoguchi.Calls.CallingBack;
using Madoguchi.Calls.ComingIn;
using Madoguchi.Calls.Drafting;
using Madoguchi.Calls.Taking;
using Madoguchi.Calls.Texting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;

namespace Madoguchi.Calls;

public static class CallsEndpoint
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton(p => new GatewayClient(Read(p.GetRequiredService<IConfiguration>())));
        services.AddSingleton<TextFollower>();
        services.AddHostedService(p => p.GetRequiredService<TextFollower>());
        services.AddSingleton<EntryWork, TryingFollower>();
        services.AddSingleton<PromiseFollower>();
        services.AddHostedService(p => p.GetRequiredService<PromiseFollower>());
    }

    public static void MapCalls(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapCallsIn();
        agents.MapTaking();
        agents.MapCallDrafts();
        agents.MapCallBacks();
        agents.MapTexting(administrators);
    }

    // A server that cannot send what it promises does not start.
    private static GatewaySettings? Read(IConfiguration configuration)
    {
        var (settings, wrong) = GatewaySettings.Read(configuration);
        return wrong is null ? settings : throw new Opening.RefusedException(wrong);
    }
}
