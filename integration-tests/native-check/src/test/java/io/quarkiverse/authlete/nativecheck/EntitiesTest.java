package io.quarkiverse.authlete.nativecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

class EntitiesTest {

    @Test
    void findsWhatIsInside() throws IOException {
        Index index = Index.of(Endpoints.class, Mapper.class, Page.class, Base.class, Item.class, Detail.class, Kind.class,
                Failure.class, Unused.class);
        assertThat(new Entities(index).returnedBy(index)).containsExactlyInAnyOrder(Page.class.getName(),
                Base.class.getName(), Item.class.getName(), Detail.class.getName(), Kind.class.getName(),
                Failure.class.getName());
    }

    @ParameterizedTest
    @ValueSource(classes = { AnyResponse.class, AnyEntity.class, OldMapper.class })
    void refusesWhatHidesIt(Class<?> hiding) throws IOException {
        Index index = Index.of(hiding, ExceptionMapper.class);
        assertThatThrownBy(() -> new Entities(index).returnedBy(index)).hasMessageContaining(hiding.getName());
    }

    @Test
    void findsWhatIsReadWithoutAnEndpoint() throws IOException {
        Index index = Index.of(Row.class, Detail.class, Unused.class);
        assertThat(new Entities(index).annotatedForJackson(index)).containsExactlyInAnyOrder(Row.class.getName(),
                Detail.class.getName());
    }

    static class Endpoints {

        @GET
        Uni<List<Page>> pages() {
            return null;
        }

        @POST
        void nothing(Unused request) {
        }

        @GET
        Map<String, Integer> counts() {
            return null;
        }

        Unused noEndpoint() {
            return null;
        }
    }

    static class Mapper {

        @ServerExceptionMapper
        RestResponse<Failure> failed(IllegalStateException e) {
            return null;
        }
    }

    static class AnyResponse {

        @GET
        Uni<Response> get() {
            return null;
        }
    }

    static class AnyEntity {

        @GET
        RestResponse<?> get() {
            return null;
        }
    }

    static class OldMapper implements ExceptionMapper<IllegalStateException> {

        @Override
        public Response toResponse(IllegalStateException e) {
            return null;
        }
    }

    static class Base {

        Optional<Item> first;
    }

    static class Page extends Base {

        static Unused constant;
        Page next;
        Detail[] details;
    }

    record Item(Map<String, List<Kind>> kinds) {
    }

    record Detail(String text) {
    }

    enum Kind {
        ONE
    }

    record Failure(int status) {
    }

    record Row(@JsonProperty("d") List<Detail> details) {
    }

    record Unused() {
    }
}
