using Madoguchi.Cases.Timeline;
using Madoguchi.Line.Boarding;
using Madoguchi.Line.Calling;
using Madoguchi.Line.Joining;
using Madoguchi.Line.Keeping;
using Madoguchi.Line.Offering;
using Madoguchi.Line.ReturnTimes;
using Madoguchi.Line.Ruling;
using Madoguchi.Storage;

namespace Madoguchi.Line;

/// <summary>The waiting line (順番待ち): one per desk, over all channels.</summary>
public static class LineFeature
{
    public static void AddLine(this IServiceCollection services)
    {
        services.AddSingleton<EntryWork, TicketFollower>();
        services.AddSingleton<OutboxWork, KeepingFollower>();
        services.AddSingleton<HoldFollower>();
        services.AddHostedService(p => p.GetRequiredService<HoldFollower>());
        services.AddSingleton<OfferFollower>();
        services.AddHostedService(p => p.GetRequiredService<OfferFollower>());
    }

    public static void MapLine(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        callers.MapJoining();
        callers.MapTickets(agents);
        agents.MapNext();
        agents.MapOffers();
        agents.MapBoard();
        callers.MapWindows();
        administrators.MapRules(agents);
    }
}
