using Madoguchi.Handovers.Accepting;
using Madoguchi.Handovers.Offering;
using Madoguchi.Handovers.Preferring;
using Madoguchi.Handovers.Returning;
using Madoguchi.Handovers.Ringing;
using Madoguchi.Handovers.TakingOver;
using Madoguchi.Handovers.Withdrawing;
using Madoguchi.Storage;

namespace Madoguchi.Handovers;

public static class HandoversEndpoint
{
    public static void AddHandovers(this IServiceCollection services) => services.AddSingleton<OutboxWork, UnansweredFollower>();

    public static void MapHandovers(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapLanguageAnswers();
        agents.MapOffers();
        agents.MapAcceptances();
        agents.MapReturns();
        agents.MapWithdrawals();
        agents.MapTakeovers();
    }
}
