namespace Madoguchi.Setup;

public static class EndpointsFeature
{
    /// <summary>A group makes its endpoints anew for each who asks, and compiles every one of them; at a start routing, authorization and the contract ask.
    /// From here on they are made once: half of the work of a start.</summary>
    public static void MakeEndpointsOnce(this IEndpointRouteBuilder app)
    {
        var made = new CompositeEndpointDataSource(app.DataSources);
        app.DataSources.Clear();
        app.DataSources.Add(made);
    }
}
