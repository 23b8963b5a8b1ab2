using Madoguchi.Cases.Asking;

namespace Madoguchi.Cases.Facts;

public static class FactsFeature
{
    /// <summary>Told once: facts, questions and what a desk asks.</summary>
    public static void MapTellingAndAsking(IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapFacts();
        agents.MapQuestions();
    }
}
