using Madoguchi.ProductLog.Following;
using Madoguchi.ProductLog.Keeping;
using Madoguchi.ProductLog.Reading;
using Madoguchi.ProductLog.Sending;
using Madoguchi.ProductLog.Setting;
using Madoguchi.ProductLog.Tying;

namespace Madoguchi.ProductLog;

public static class ProductLogFeature
{
    public static void AddProductLog(this IServiceCollection services)
    {
        services.AddSingleton<ProductEventFollower>();
        services.AddHostedService(p => p.GetRequiredService<ProductEventFollower>());
        services.AddSingleton<RetentionFollower>();
        services.AddHostedService(p => p.GetRequiredService<RetentionFollower>());
        services.AddHostedService<ReindexingFollower>();
    }

    /// <param name="api">For products, which come in by a door of their own.</param>
    public static void MapProductLog(this IEndpointRouteBuilder api, IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        api.MapSending();
        agents.MapCustomerKeys();
        agents.MapLog();
        administrators.MapSenderKeys();
        administrators.MapSetting();
    }
}
