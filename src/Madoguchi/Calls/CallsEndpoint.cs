using Madoguchi.Calls.ComingIn;
using Madoguchi.Calls.Drafting;
using Madoguchi.Calls.Taking;

namespace Madoguchi.Calls;

public static class CallsEndpoint
{
    public static void MapCalls(this IEndpointRouteBuilder agents)
    {
        agents.MapCallsIn();
        agents.MapTaking();
        agents.MapCallDrafts();
    }
}
