using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Madoguchi.Storage;

public static class StorageFeature
{
    public static void AddStorage(this IServiceCollection services, Engine engine)
    {
        services.AddSingleton(engine);
        services.AddPooledDbContextFactory<Db>(options =>
        {
            // There is no generated snapshot to compare with: a test compares the migrated schema with the model instead.
            options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
            if (engine.IsPostgres)
                options.UseNpgsql(engine.ConnectionString);
            else
                options.UseSqlite(engine.ConnectionString).AddInterceptors(new SqliteSettings());
        });
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext());
        services.AddSingleton<Signals>();
        if (engine.IsPostgres)
        {
            services.AddHostedService<SignalsFollower>();
            services.AddSingleton<Writes, Pooled>();
            services.AddSingleton<Files, DatabaseFiles>();
        }
        else
        {
            services.AddSingleton<Lane>();
            services.AddSingleton<Writes>(p => p.GetRequiredService<Lane>());
            services.AddHostedService(p => p.GetRequiredService<Lane>());
            services.AddSingleton<Files, FolderFiles>();
        }

        services.AddSingleton<Opening>();
        services.AddSingleton<Leases>();
        services.AddSingleton<OnceFollower>();
        services.AddHostedService(p => p.GetRequiredService<OnceFollower>());
        services.AddSingleton<OutboxFollower>();
        services.AddHostedService(p => p.GetRequiredService<OutboxFollower>());
    }
}
