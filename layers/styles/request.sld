<?xml version="1.0" encoding="UTF-8"?>
<!--
  Requests by state. The pages draw the time ring instead, whose arc needs the minute at which it is looked at; they take the colours
  of the states from here (in clusters), and the symbols are those of layers/symbols. The disc stays light at night: symbols are black.
-->
<!DOCTYPE StyledLayerDescriptor [
  <!-- By day, and by night. -->
  <!ENTITY s-received "#17212e">   <!ENTITY s-received-dark "#eef3f8">
  <!ENTITY s-assigned "#5c6b80">   <!ENTITY s-assigned-dark "#92a1b3">
  <!ENTITY s-progress "#a9b5c4">   <!ENTITY s-progress-dark "#566678">
  <!ENTITY s-done "#00795a">       <!ENTITY s-done-dark "#38c79c">
  <!ENTITY s-forwarded "#93497c">  <!ENTITY s-forwarded-dark "#d58fbd">
  <!ENTITY disc "#ffffff">         <!ENTITY disc-dark "#dde6f0">
]>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>request</Name>
    <UserStyle>
      <Name>request</Name>
      <Title>Requests</Title>
      <!-- From afar: dots -->
      <FeatureTypeStyle>
        <Rule>
          <Name>done-far</Name>
          <Title>Resolved</Title>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>RESOLVED</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>CLOSED</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:Or>
          </ogc:Filter>
          <MinScaleDenominator>12500</MinScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&s-done;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&disc;</CssParameter><CssParameter name="stroke-width">1.2</CssParameter></Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>forwarded-far</Name>
          <Title>Handed over</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>FORWARDED</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MinScaleDenominator>12500</MinScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&s-forwarded;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&disc;</CssParameter><CssParameter name="stroke-width">1.2</CssParameter></Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>progress-far</Name>
          <Title>In progress</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>IN_PROGRESS</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MinScaleDenominator>12500</MinScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&s-progress;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&disc;</CssParameter><CssParameter name="stroke-width">1.2</CssParameter></Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>assigned-far</Name>
          <Title>Assigned</Title>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>ASSIGNED</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>REOPENED</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:Or>
          </ogc:Filter>
          <MinScaleDenominator>12500</MinScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&s-assigned;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&disc;</CssParameter><CssParameter name="stroke-width">1.2</CssParameter></Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>received-far</Name>
          <Title>Received</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>RECEIVED</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MinScaleDenominator>12500</MinScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&s-received;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&disc;</CssParameter><CssParameter name="stroke-width">1.2</CssParameter></Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <!-- Close by: a disc with the symbol of the state -->
      <FeatureTypeStyle>
        <Rule>
          <Name>done</Name>
          <Title>Resolved</Title>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>RESOLVED</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>CLOSED</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:Or>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&disc;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&s-done;</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke>
              </Mark>
              <Size>26</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/state-resolved.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>17</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>forwarded</Name>
          <Title>Handed over</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>FORWARDED</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&disc;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&s-forwarded;</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke>
              </Mark>
              <Size>26</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/state-forwarded.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>17</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>progress</Name>
          <Title>In progress</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>IN_PROGRESS</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&disc;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&s-progress;</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke>
              </Mark>
              <Size>26</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/state-in-progress.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>17</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>assigned</Name>
          <Title>Assigned</Title>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>ASSIGNED</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>REOPENED</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:Or>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&disc;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&s-assigned;</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke>
              </Mark>
              <Size>26</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/state-assigned.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>17</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>received</Name>
          <Title>Received</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>state</ogc:PropertyName><ogc:Literal>RECEIVED</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&disc;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&s-received;</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke>
              </Mark>
              <Size>26</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="symbols/state-received.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>17</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
